import { createElement } from 'lwc';
import start from '@salesforce/apex/StatusController.start';
import stop from '@salesforce/apex/StatusController.stop';
import SyncSwitch from 'c/syncSwitch';

jest.mock('@salesforce/apex/StatusController.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusController.stop', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/SW_Studio_Manage', () => ({ default: true }), { virtual: true });

function show(isOn) {
    const element = createElement('c-sync-switch', { is: SyncSwitch });
    element.isOn = isOn;
    document.body.appendChild(element);
    return element;
}

function toggle(element, checked) {
    const input = element.shadowRoot.querySelector('lightning-input');
    input.checked = checked;
    input.dispatchEvent(new CustomEvent('change'));
    return input;
}

const settled = () => new Promise((resolve) => process.nextTick(resolve));

describe('the switch of the sync', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('turns the sync on and hands the new status on', async () => {
        start.mockResolvedValue({ sync: { desired: 'ON' } });
        const element = show(false);
        const received = jest.fn();
        element.addEventListener('statuschange', received);

        toggle(element, true);
        await settled();

        expect(start).toHaveBeenCalledTimes(1);
        expect(received.mock.calls[0][0].detail).toEqual({ sync: { desired: 'ON' } });
    });

    it('turns the sync off', async () => {
        stop.mockResolvedValue({ sync: { desired: 'OFF' } });
        toggle(show(true), false);
        await settled();

        expect(stop).toHaveBeenCalledTimes(1);
        expect(start).not.toHaveBeenCalled();
    });

    it('stands as before when the sync refuses, and says why', async () => {
        const refusal = { code: 'SYNC_USER_NOT_ELIGIBLE', message: 'Assign the permission set first.' };
        start.mockRejectedValue({ body: { message: JSON.stringify(refusal) } });
        const element = show(false);

        const input = toggle(element, true);
        await settled();

        expect(input.checked).toBe(false);
        const panel = element.shadowRoot.querySelector('c-error-panel');
        expect(panel.shadowRoot.textContent).toContain('Assign the permission set first.');
    });

    it('is accessible', async () => {
        await expect(show(true)).toBeAccessible();
    });
});
