import { createElement } from 'lwc';
import getJob from '@salesforce/apex/StatusController.getJob';
import getJobs from '@salesforce/apex/StatusController.getJobs';
import restart from '@salesforce/apex/StatusController.restart';
import runNow from '@salesforce/apex/StatusController.runNow';
import RestartDialog from 'c/restartDialog';
import StatusSection from 'c/statusSection';

jest.mock(
    '@salesforce/apex/StatusController.getJobs',
    () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
    { virtual: true },
);
jest.mock(
    '@salesforce/apex/StatusController.getJob',
    () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
    { virtual: true },
);
jest.mock('@salesforce/apex/StatusController.restart', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusController.runNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/SW_Studio_Manage', () => ({ default: true }), { virtual: true });
jest.mock('c/restartDialog', () => ({ open: jest.fn() }));

const JOBS = { jobs: [{ id: 'a001', name: 'SWJ-0000001', status: 'Completed' }] };
const ALIVE = { body: { message: JSON.stringify({ code: 'SYNC_ALREADY_RUNNING', message: 'It runs.' }) } };

function show() {
    const element = createElement('c-status-section', { is: StatusSection });
    document.body.appendChild(element);
    return element;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const button = (element, label) =>
    [...element.shadowRoot.querySelectorAll('lightning-button')].find((candidate) => candidate.label === label);

describe('the status of the sync', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows that it loads, then the cycles', async () => {
        const element = show();
        await settled();
        expect(element.shadowRoot.querySelector('lightning-spinner')).not.toBeNull();
        getJobs.emit(JOBS);
        await settled();
        expect(element.shadowRoot.querySelector('lightning-spinner')).toBeNull();
        expect(element.shadowRoot.querySelector('c-cycle-list').jobs).toHaveLength(1);
    });

    it('opens the timeline of the cycle that is chosen', async () => {
        const element = show();
        getJobs.emit(JOBS);
        await settled();
        const list = element.shadowRoot.querySelector('c-cycle-list');
        list.dispatchEvent(new CustomEvent('choose', { detail: 'SWJ-0000001' }));
        getJob.emit({ job: JOBS.jobs[0], steps: { version: 1, steps: [], skipped: [] } });
        await settled();
        expect(element.shadowRoot.querySelector('c-cycle-timeline')).not.toBeNull();
    });

    it('says what could not be read', async () => {
        const element = show();
        getJobs.error({ message: 'No access' });
        await settled();
        expect(element.shadowRoot.textContent).not.toContain('spinner');
        const panels = [...element.shadowRoot.querySelectorAll('c-error-panel')];
        expect(panels.map((panel) => panel.shadowRoot.textContent).join('')).toContain('No access');
    });

    it('asks before it restarts a sync that is alive, and forces it when told to', async () => {
        restart.mockRejectedValueOnce(ALIVE).mockResolvedValueOnce({ sync: {} });
        RestartDialog.open.mockResolvedValue(true);
        const element = show();
        await settled();
        button(element, 'c.Restart').click();
        await settled();
        expect(RestartDialog.open.mock.calls[0][0].refusal).toBe('It runs.');
        expect(restart.mock.calls.map(([parameters]) => parameters)).toEqual([{ force: false }, { force: true }]);
    });

    it('leaves a sync alone whose restart was not confirmed', async () => {
        restart.mockRejectedValue(ALIVE);
        RestartDialog.open.mockResolvedValue(undefined);
        const element = show();
        await settled();
        button(element, 'c.Restart').click();
        await settled();
        expect(restart).toHaveBeenCalledTimes(1);
    });

    it('begins the next cycle and hands the status on', async () => {
        runNow.mockResolvedValue({ sync: { running: 'RUNNING' } });
        const element = show();
        await settled();
        const changed = jest.fn();
        element.addEventListener('statuschange', changed);
        button(element, 'c.Run_Now').click();
        await settled();
        expect(changed.mock.calls[0][0].detail.sync.running).toBe('RUNNING');
    });

    it('is accessible', async () => {
        const element = show();
        getJobs.emit(JOBS);
        await settled();
        await expect(element).toBeAccessible();
    });
});
