import { LightningElement, api } from 'lwc';
import { NAVIGATE, NAVIGATED } from 'lightning/navigation';
import { call } from 'localorg/client';

/** The frame of an app: its name, its tabs, and the page of the current address. */
export default class Shell extends LightningElement {
    /** Loaders of the project's exposed components, by name. */
    @api components;

    app;
    page;
    error;

    connectedCallback() {
        window.addEventListener(NAVIGATE, (event) => this.go(event.detail));
        window.addEventListener('popstate', () => this.show());
        this.start();
    }

    async start() {
        try {
            this.app = await call('ui/app');
        } catch (error) {
            this.error = error.body.message;
            return;
        }
        await this.show();
    }

    get tabs() {
        return this.app.tabs.map((tab) => {
            const isCurrent = tab.address === this.page?.tab;
            return {
                ...tab,
                itemClass: `slds-context-bar__item${isCurrent ? ' slds-is-active' : ''}`,
                current: isCurrent ? 'page' : undefined,
            };
        });
    }

    get isComponentPage() {
        return this.page?.kind === 'components';
    }

    get isRecord() {
        return this.page?.kind === 'record';
    }

    get isList() {
        return this.page?.kind === 'list';
    }

    go({ address, replace }) {
        if (!address.startsWith('/lightning')) {
            window.open(address, '_blank', 'noopener');
            return;
        }
        window.history[replace ? 'replaceState' : 'pushState']({}, '', address);
        this.show();
    }

    follow(event) {
        event.preventDefault();
        this.go({ address: event.currentTarget.getAttribute('href') });
    }

    async show() {
        const { pathname, search } = window.location;
        try {
            const page = await call('ui/page', { address: pathname + search });
            this.error = undefined;
            this.page = page;
            document.title = `${page.title} | ${this.app.label}`;
            window.dispatchEvent(new CustomEvent(NAVIGATED));
        } catch (error) {
            this.page = undefined;
            this.error = error.body?.message ?? String(error);
        }
    }
}
