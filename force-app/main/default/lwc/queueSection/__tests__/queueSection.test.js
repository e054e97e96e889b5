import { createElement } from 'lwc';
import getEvents from '@salesforce/apex/QueueController.getEvents';
import getHistory from '@salesforce/apex/QueueController.getHistory';
import getStats from '@salesforce/apex/QueueController.getStats';
import purge from '@salesforce/apex/QueueController.purge';
import redrive from '@salesforce/apex/QueueController.redrive';
import LightningConfirm from 'lightning/confirm';
import QueueSection from 'c/queueSection';

const wireAdapter = () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) });
jest.mock('@salesforce/apex/QueueController.getEvents', () => wireAdapter(), { virtual: true });
jest.mock('@salesforce/apex/QueueController.getHistory', () => wireAdapter(), { virtual: true });
jest.mock('@salesforce/apex/QueueController.getStats', () => wireAdapter(), { virtual: true });
jest.mock('@salesforce/apex/QueueController.purge', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/QueueController.redrive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/SW_Studio_Manage', () => ({ default: true }), { virtual: true });

const STATS = {
    queue: { pending: 1, retrying: 2, dead: 3, oldestAgeSeconds: 90 },
    handlers: [{ handler: 'SalesWings', status: 'Dead', count: 3 }],
};
const EVENT = {
    id: 'a01000000000001AAA',
    name: 'EQ-1',
    status: 'Dead',
    recordId: '00Q000000000001AAA',
    handler: 'SalesWings',
    attempts: 5,
    errorCode: 'UNKNOWN_FIELD',
    error: 'There is no field.',
};

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function show() {
    const element = createElement('c-queue-section', { is: QueueSection });
    document.body.appendChild(element);
    getStats.emit(STATS);
    getHistory.emit({ points: [{ at: '2026-03-01T10:00:00Z', backlog: 5, oldestAgeSeconds: 60 }] });
    getEvents.emit({ events: [EVENT] });
    await settled();
    return element;
}

const button = (element, label) =>
    [...element.shadowRoot.querySelectorAll('lightning-button')].find((candidate) => candidate.label === label);

describe('the Event Queue on the Setup page', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows its counts, its history and the events that were given up', async () => {
        const element = await show();
        const counts = element.shadowRoot.querySelector('c-queue-counts').shadowRoot;
        expect(counts.querySelector('[data-id="dead"]').textContent).toBe('3');
        expect(counts.querySelector('[data-id="oldest"]').textContent).toBe('1:30');
        expect(element.shadowRoot.querySelector('c-queue-chart').shadowRoot.querySelector('svg')).not.toBeNull();
        const row = element.shadowRoot.querySelector('c-queue-table').shadowRoot.querySelector('[data-event="EQ-1"]');
        expect(row.textContent).toContain('UNKNOWN_FIELD: There is no field.');
    });

    it('counts before it sends the chosen events again, and does so only when confirmed', async () => {
        redrive.mockResolvedValue({ count: 1 });
        LightningConfirm.open = jest.fn().mockResolvedValue(true);
        const element = await show();
        const box = element.shadowRoot.querySelector('c-queue-table').shadowRoot.querySelector('input');
        box.checked = true;
        box.dispatchEvent(new CustomEvent('change'));
        await settled();
        button(element, 'c.Queue_Redrive').click();
        await settled();
        expect(redrive.mock.calls.map(([parameters]) => parameters)).toEqual([
            { eventIds: [EVENT.id], dryRun: true },
            { eventIds: [EVENT.id], dryRun: false },
        ]);
    });

    it('removes nothing that was not confirmed', async () => {
        purge.mockResolvedValue({ count: 3 });
        LightningConfirm.open = jest.fn().mockResolvedValue(false);
        const element = await show();
        button(element, 'c.Queue_Purge').click();
        await settled();
        expect(purge).toHaveBeenCalledTimes(1);
        expect(purge.mock.calls[0][0].dryRun).toBe(true);
    });

    it('says why it could not be done', async () => {
        redrive.mockRejectedValue({ body: { message: 'Another transaction holds the sync.' } });
        const element = await show();
        button(element, 'c.Queue_Redrive').click();
        await settled();
        const texts = [...element.shadowRoot.querySelectorAll('c-error-panel')].map((p) => p.shadowRoot.textContent);
        expect(texts.join('')).toContain('Another transaction holds the sync.');
    });

    it('is accessible', async () => {
        await expect(await show()).toBeAccessible();
    });
});
