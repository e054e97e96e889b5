import { LightningElement } from 'lwc';
import applyFix from '@salesforce/apex/HealthController.applyFix';
import getHealth from '@salesforce/apex/HealthController.getHealth';
import again from '@salesforce/label/c.Health_Check_Again';
import loading from '@salesforce/label/c.Loading';
import title from '@salesforce/label/c.Health_Title';

/** All checks of the sync, worst first, each with its fix. */
export default class HealthSection extends LightningElement {
    label = { again, loading, title };
    health;
    error;
    isBusy = false;

    connectedCallback() {
        this.load();
    }

    get checks() {
        const order = ['ERROR', 'WARNING', 'UNKNOWN', 'OK'];
        const checks = this.health?.checks ?? [];
        return [...checks].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
    }

    async load() {
        await this.run(async () => {
            this.health = await getHealth();
        });
    }

    async fix({ detail: name }) {
        await this.run(async () => {
            const detail = await applyFix({ fix: name });
            this.dispatchEvent(new CustomEvent('statuschange', { detail, bubbles: true, composed: true }));
            this.health = await getHealth();
        });
    }

    async run(work) {
        this.isBusy = true;
        this.error = undefined;
        try {
            await work();
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }
}
