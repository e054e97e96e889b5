import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getStatus from '@salesforce/apex/StatusController.getStatus';
import canView from '@salesforce/customPermission/SW_Studio_View';
import health from '@salesforce/label/c.Menu_Health';
import loading from '@salesforce/label/c.Loading';
import menu from '@salesforce/label/c.Menu';
import mappings from '@salesforce/label/c.Menu_Mappings';
import noAccess from '@salesforce/label/c.No_Access';
import notifications from '@salesforce/label/c.Menu_Notifications';
import preferences from '@salesforce/label/c.Menu_Preferences';
import queue from '@salesforce/label/c.Menu_Queue';
import setup from '@salesforce/label/c.Menu_Setup';
import status from '@salesforce/label/c.Menu_Status';
import title from '@salesforce/label/c.Setup_Title';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { VisiblePolling } from 'c/visiblePolling';

/** While a cycle runs the page follows it; otherwise it looks now and then whether one has begun. */
const RUNNING_MILLISECONDS = 3000;
const IDLE_MILLISECONDS = 30000;

const SECTIONS = [
    { name: 'setup', label: setup },
    { name: 'status', label: status },
    { name: 'queue', label: queue },
    { name: 'health', label: health },
    { name: 'preferences', label: preferences },
    { name: 'mappings', label: mappings },
    { name: 'notifications', label: notifications },
];

/** The Setup page: a menu, and the section that is chosen in it. The section is part of the address. */
export default class StudioSetup extends NavigationMixin(LightningElement) {
    label = { loading, menu, noAccess, title };
    sections = SECTIONS;
    section = 'setup';
    canView = Boolean(canView);
    answered;
    result;
    polling;

    @wire(CurrentPageReference)
    receivePage(page) {
        const wanted = page?.state?.c__section;
        this.section = SECTIONS.some(({ name }) => name === wanted) ? wanted : 'setup';
    }

    @wire(getStatus)
    receiveStatus(result) {
        this.result = result;
        if (result.data) this.show(result.data);
    }

    disconnectedCallback() {
        this.polling?.stop();
    }

    get error() {
        return this.result?.error;
    }

    get isLoading() {
        return this.canView && !this.answered && !this.error;
    }

    get isSetup() {
        return this.section === 'setup';
    }

    get isStatus() {
        return this.section === 'status';
    }

    get isQueue() {
        return this.section === 'queue';
    }

    get isHealth() {
        return this.section === 'health';
    }

    get isPreferences() {
        return this.section === 'preferences';
    }

    get isMappings() {
        return this.section === 'mappings';
    }

    get isNotifications() {
        return this.section === 'notifications';
    }

    choose(event) {
        this[NavigationMixin.Navigate]({
            type: 'standard__navItemPage',
            attributes: { apiName: 'SW_Studio_Setup' },
            state: { c__section: event.detail.name },
        });
    }

    receiveChange({ detail }) {
        this.show(detail);
        refreshApex(this.result);
    }

    show(answer) {
        const wasRunning = this.isRunning;
        this.answered = answer;
        this.isRunning = answer.sync?.running === 'RUNNING';
        if (this.polling === undefined || wasRunning !== this.isRunning) this.poll();
    }

    poll() {
        this.polling?.stop();
        const interval = this.isRunning ? RUNNING_MILLISECONDS : IDLE_MILLISECONDS;
        this.polling = new VisiblePolling(() => refreshApex(this.result), interval);
        this.polling.start();
    }
}
