import { LightningElement, api } from 'lwc';

/** The components of a tab or of a Lightning page, one below the other. */
export default class ComponentPage extends LightningElement {
    @api components;

    shown = [];
    error;
    currentPage;

    @api
    get page() {
        return this.currentPage;
    }

    set page(page) {
        this.currentPage = page;
        this.load(page);
    }

    async load(page) {
        try {
            const shown = await Promise.all(page.components.map((placed, index) => this.loadOne(placed, index)));
            if (page !== this.currentPage) return;
            this.error = undefined;
            this.shown = shown;
        } catch (error) {
            this.error = error.message;
        }
    }

    async loadOne({ name, properties }, index) {
        const loader = this.components[name];
        if (loader === undefined) throw new Error(`There is no exposed Lightning web component ${name}`);
        const { default: constructor } = await loader();
        return { key: `${name} ${index}`, constructor, properties };
    }
}
