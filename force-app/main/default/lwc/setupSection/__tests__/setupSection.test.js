import { createElement } from 'lwc';
import SetupSection from 'c/setupSection';

jest.mock('@salesforce/apex/ConnectionController.check', () => ({ default: jest.fn(() => Promise.resolve({})) }), {
    virtual: true,
});
jest.mock('@salesforce/customPermission/SW_Studio_Manage', () => ({ default: true }), { virtual: true });

function show(sync) {
    const element = createElement('c-setup-section', { is: SetupSection });
    element.status = { sync };
    document.body.appendChild(element);
    return element;
}

const part = (element, selector) => element.shadowRoot.querySelector(selector);

describe('the setup of the sync', () => {
    afterEach(() => document.body.replaceChildren());

    it('that is off shows the switch off, no next cycle, and that nobody is the sync user', () => {
        const element = show({ desired: 'OFF', running: 'IDLE' });
        expect(part(element, 'c-sync-switch').isOn).toBe(false);
        expect(part(element, 'c-next-run')).toBeNull();
        expect(part(element, '[data-id="sync-user"]').textContent).toBe('c.Setup_No_Sync_User');
    });

    it('that waits shows when the next cycle begins', () => {
        const element = show({ desired: 'ON', running: 'WAITING', nextDue: '2026-03-01T12:00:00Z' });
        expect(part(element, 'c-next-run').due).toBe('2026-03-01T12:00:00Z');
    });

    it('that runs shows no countdown', () => {
        const element = show({ desired: 'ON', running: 'RUNNING', nextDue: '2026-03-01T12:00:00Z' });
        expect(part(element, 'c-next-run')).toBeNull();
    });

    it('that is degraded says why and what to do', () => {
        const reason = { code: 'WATCHER_MISSING', message: 'The Watcher is gone.', remedy: 'Apply the fix.' };
        const element = show({ desired: 'ON', running: 'WAITING', reason });
        expect(part(element, '[data-id="reason"]').textContent).toContain('The Watcher is gone. Apply the fix.');
    });

    it('is accessible', async () => {
        await expect(
            show({ desired: 'ON', running: 'WAITING', syncUser: { username: 'a@b.example' } }),
        ).toBeAccessible();
    });
});
