import { createElement } from 'lwc';
import CycleList from 'c/cycleList';

const JOBS = [
    {
        id: 'a001',
        name: 'SWJ-0000002',
        status: 'Partially_Completed',
        startedAt: '2026-03-01T12:00:00Z',
        durationSeconds: 65,
        startedBy: 'Runner',
        recordsExamined: 100,
        stepsCompleted: 3,
        stepsPartiallyCompleted: 1,
        stepsFailed: 0,
        stepsSkipped: 2,
    },
];

function show(properties) {
    const element = createElement('c-cycle-list', { is: CycleList });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

describe('the list of cycles', () => {
    afterEach(() => document.body.replaceChildren());

    it('has a row a cycle with a bar a step', () => {
        const row = show({ jobs: JOBS }).shadowRoot.querySelector('[data-cycle="SWJ-0000002"]');
        expect(row.textContent).toContain('1:05');
        expect(row.querySelectorAll('.bar')).toHaveLength(6);
    });

    it('says which cycle is chosen', () => {
        const element = show({ jobs: JOBS });
        const chosen = jest.fn();
        element.addEventListener('choose', chosen);
        element.shadowRoot.querySelector('button').click();
        expect(chosen.mock.calls[0][0].detail).toBe('SWJ-0000002');
    });

    it('tells a screen reader which one is open', () => {
        const button = show({ jobs: JOBS, selected: 'SWJ-0000002' }).shadowRoot.querySelector('button');
        expect(button.getAttribute('aria-expanded')).toBe('true');
    });

    it('without cycles says that none has run', () => {
        expect(show({ jobs: [] }).shadowRoot.textContent).toContain('c.Status_No_Cycles');
    });

    it('is accessible', async () => {
        await expect(show({ jobs: JOBS })).toBeAccessible();
    });
});
