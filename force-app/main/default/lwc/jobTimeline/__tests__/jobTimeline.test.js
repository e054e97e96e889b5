import { createElement } from 'lwc';
import getJob from '@salesforce/apex/StatusController.getJob';
import JobTimeline from 'c/jobTimeline';

jest.mock(
    '@salesforce/apex/StatusController.getJob',
    () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
    { virtual: true },
);

const settled = () => new Promise((resolve) => setTimeout(resolve));

function show() {
    const element = createElement('c-job-timeline', { is: JobTimeline });
    element.recordId = 'a00000000000001AAA';
    document.body.appendChild(element);
    return element;
}

describe('the timeline on the page of a SW Apex Job', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows the steps of that record, and their JSON one click away', async () => {
        const element = show();
        getJob.emit({ steps: { version: 1, steps: [], skipped: [] } });
        await settled();
        expect(getJob.getLastConfig()).toEqual({ idOrName: 'a00000000000001AAA' });
        expect(element.shadowRoot.querySelector('c-cycle-timeline')).not.toBeNull();

        element.shadowRoot.querySelector('lightning-button').click();
        await settled();
        expect(JSON.parse(element.shadowRoot.querySelector('[data-id="raw"]').textContent).version).toBe(1);
    });

    it('says why it shows nothing', async () => {
        const element = show();
        getJob.error({ message: 'There is no SW Apex Job.' });
        await settled();
        const panel = element.shadowRoot.querySelector('c-error-panel');
        expect(panel.shadowRoot.textContent).toContain('There is no SW Apex Job.');
    });
});
