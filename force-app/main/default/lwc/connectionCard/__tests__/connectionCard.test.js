import { createElement } from 'lwc';
import check from '@salesforce/apex/ConnectionController.check';
import storeToken from '@salesforce/apex/ConnectionController.storeToken';
import ConnectionCard from 'c/connectionCard';

jest.mock('@salesforce/apex/ConnectionController.check', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionController.storeToken', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/SW_Studio_Manage', () => ({ default: true }), { virtual: true });

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function show() {
    const element = createElement('c-connection-card', { is: ConnectionCard });
    document.body.appendChild(element);
    await settled();
    element.shadowRoot.querySelector('lightning-input').reportValidity = () => true;
    return element;
}

const part = (element, id) => element.shadowRoot.querySelector(`[data-id="${id}"]`);

async function enter(element, token) {
    element.shadowRoot.querySelector('lightning-input').value = token;
    [...element.shadowRoot.querySelectorAll('lightning-button')].at(-1).click();
    await settled();
}

describe('the connection to SalesWings', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows the address and whose account answers', async () => {
        check.mockResolvedValue({
            endpoint: 'https://v.example',
            hasToken: true,
            isAccepted: true,
            account: 'Engines',
        });
        const element = await show();
        expect(part(element, 'endpoint').textContent).toBe('https://v.example');
        expect(part(element, 'accepted')).not.toBeNull();
    });

    it('says what keeps it from working', async () => {
        check.mockResolvedValue({ endpoint: 'https://v.example', hasToken: false, problem: 'No token yet.' });
        const element = await show();
        expect(part(element, 'problem').textContent).toContain('No token yet.');
        expect(part(element, 'accepted')).toBeNull();
    });

    it('stores the token that is entered, forgets it, and checks', async () => {
        check.mockResolvedValue({ endpoint: 'https://v.example', hasToken: false });
        storeToken.mockResolvedValue(undefined);
        const element = await show();
        await enter(element, 'secret');
        expect(storeToken).toHaveBeenCalledWith({ token: 'secret' });
        expect(element.shadowRoot.querySelector('lightning-input').value).toBe('');
        expect(check).toHaveBeenCalledTimes(2);
    });

    it('says why a token was not stored', async () => {
        check.mockResolvedValue({ endpoint: 'https://v.example', hasToken: false });
        storeToken.mockRejectedValue({ body: { message: 'Ask an administrator.' } });
        const element = await show();
        await enter(element, 'secret');
        const panel = element.shadowRoot.querySelector('c-error-panel');
        expect(panel.shadowRoot.textContent).toContain('Ask an administrator.');
    });

    it('is accessible', async () => {
        check.mockResolvedValue({
            endpoint: 'https://v.example',
            hasToken: true,
            isAccepted: true,
            account: 'Engines',
        });
        await expect(await show()).toBeAccessible();
    });
});
