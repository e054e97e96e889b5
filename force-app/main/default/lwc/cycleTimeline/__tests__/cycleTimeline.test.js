import { createElement } from 'lwc';
import CycleTimeline from 'c/cycleTimeline';

const STEPS = {
    version: 1,
    cut: 'Errors were left out to fit the field.',
    steps: [
        { name: 'GetTags', status: 'Completed', examined: 5, changed: 2, failed: 0, errors: [] },
        {
            name: 'MatchProspectsToLeads',
            status: 'Partially_Completed',
            examined: 10,
            changed: 8,
            failed: 2,
            errors: [{ code: 'ROW', message: 'Inactive owner', count: 2, record: '00Q000000000001AAA' }],
            errorsLeftOut: 3,
        },
    ],
    skipped: [{ name: 'GetScores', reason: 'DISABLED', message: 'This step is switched off.' }],
};

function show(steps) {
    const element = createElement('c-cycle-timeline', { is: CycleTimeline });
    element.steps = steps;
    document.body.appendChild(element);
    return element.shadowRoot;
}

describe('the timeline of a cycle', () => {
    afterEach(() => document.body.replaceChildren());

    it('has a row a step, with its counts', () => {
        const row = show(STEPS).querySelector('[data-step="MatchProspectsToLeads"]');
        const count = (name) => row.querySelector(`[data-id="${name}"] lightning-formatted-number`).value;
        expect([count('examined'), count('changed'), count('failed')]).toEqual([10, 8, 2]);
    });

    it('says what failed, how often, and links the record', () => {
        const error = show(STEPS).querySelector('[data-id="error"]');
        expect(error.textContent).toContain('Inactive owner');
        expect(error.textContent).toContain('(2)');
        expect(error.querySelector('a').getAttribute('href')).toBe('/lightning/r/00Q000000000001AAA/view');
    });

    it('says why a step was skipped, and that something was cut', () => {
        const root = show(STEPS);
        expect(root.querySelector('[data-step="GetScores"]').textContent).toContain('This step is switched off.');
        expect(root.textContent).toContain('Errors were left out to fit the field.');
    });

    it('of a cycle without steps says so', () => {
        expect(show({ version: 1, steps: [], skipped: [] }).textContent).toContain('c.Step_None');
    });

    it('is accessible', async () => {
        show(STEPS);
        await expect(document.body.firstChild).toBeAccessible();
    });
});
