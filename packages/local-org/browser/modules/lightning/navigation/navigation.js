import { addressOf, pageReferenceOf } from 'localorg/addresses';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** The shell listens to this event on the window and shows the page. */
export const NAVIGATE = 'localorg:navigate';

export const NavigationMixin = (Base) =>
    class extends Base {
        [Navigate](pageReference, replace = false) {
            const detail = { address: addressOf(pageReference), replace };
            window.dispatchEvent(new CustomEvent(NAVIGATE, { detail }));
        }

        [GenerateUrl](pageReference) {
            return Promise.resolve(addressOf(pageReference));
        }
    };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** Sent by the shell when another page is shown. */
export const NAVIGATED = 'localorg:navigated';

export class CurrentPageReference {
    constructor(deliver) {
        this.deliver = () => deliver(pageReferenceOf(window.location));
    }

    connect() {
        window.addEventListener(NAVIGATED, this.deliver);
        this.deliver();
    }

    update() {}

    disconnect() {
        window.removeEventListener(NAVIGATED, this.deliver);
    }
}
