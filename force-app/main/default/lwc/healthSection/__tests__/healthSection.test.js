import { createElement } from 'lwc';
import applyFix from '@salesforce/apex/HealthController.applyFix';
import getHealth from '@salesforce/apex/HealthController.getHealth';
import HealthSection from 'c/healthSection';

jest.mock('@salesforce/apex/HealthController.getHealth', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/HealthController.applyFix', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/SW_Studio_Manage', () => ({ default: true }), { virtual: true });

const CHECKS = [
    { code: 'OPTIONS', label: 'Options', status: 'OK', message: 'Set.' },
    { code: 'WATCHER', label: 'Watcher', status: 'ERROR', message: 'Missing.', remedy: 'Fix it.', fix: 'ARM_WATCHER' },
];

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function show() {
    const element = createElement('c-health-section', { is: HealthSection });
    document.body.appendChild(element);
    await settled();
    return element;
}

describe('the health of the sync', () => {
    beforeEach(() => getHealth.mockResolvedValue({ status: 'ERROR', checks: CHECKS }));

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows the worst check first, with its evidence and what to do', async () => {
        const [first] = (await show()).shadowRoot.querySelectorAll('c-health-check');
        expect(first.check.code).toBe('WATCHER');
        expect(first.shadowRoot.textContent).toContain('Missing.');
        expect(first.shadowRoot.querySelector('[data-id="remedy"]').textContent).toBe('Fix it.');
    });

    it('applies the fix of a check and looks again', async () => {
        applyFix.mockResolvedValue({ sync: {} });
        const element = await show();
        element.shadowRoot.querySelector('c-health-check').shadowRoot.querySelector('lightning-button').click();
        await settled();
        expect(applyFix).toHaveBeenCalledWith({ fix: 'ARM_WATCHER' });
        expect(getHealth).toHaveBeenCalledTimes(2);
    });

    it('offers no fix where only a person can help', async () => {
        const [, second] = (await show()).shadowRoot.querySelectorAll('c-health-check');
        expect(second.shadowRoot.querySelector('lightning-button')).toBeNull();
    });

    it('says why it could not look', async () => {
        getHealth.mockRejectedValue({ body: { message: 'No access' } });
        const panel = (await show()).shadowRoot.querySelector('c-error-panel');
        expect(panel.shadowRoot.textContent).toContain('No access');
    });

    it('is accessible', async () => {
        await expect(await show()).toBeAccessible();
    });
});
