import { statusView, stepRows, stepTitle } from 'c/stepView';

describe('the steps of a cycle, as rows', () => {
    it('come in their order, the skipped ones after those that ran', () => {
        const rows = stepRows({
            steps: [
                {
                    name: 'GetTags',
                    status: 'Completed',
                    startedAt: '2026-03-01T12:00:00Z',
                    endedAt: '2026-03-01T12:00:05Z',
                },
            ],
            skipped: [{ name: 'GetScores', reason: 'DISABLED', message: 'Switched off.' }],
        });
        expect(rows.map(({ name }) => name)).toEqual(['GetTags', 'GetScores']);
        expect(rows[0].seconds).toBe(5);
        expect(rows[1].isSkipped).toBe(true);
    });

    it('are none before the cycle has begun', () => {
        expect(stepRows(undefined)).toEqual([]);
    });

    it('that still run have no duration', () => {
        const [row] = stepRows({ steps: [{ name: 'GetTags', startedAt: '2026-03-01T12:00:00Z' }], skipped: [] });
        expect(row.seconds).toBeUndefined();
    });

    it('differ in words and icon, not in colour alone', () => {
        const views = ['Completed', 'Partially_Completed', 'Failed', 'Processing', 'Queued', 'Skipped'].map(statusView);
        expect(new Set(views.map(({ icon }) => icon)).size).toBe(6);
        expect(new Set(views.map(({ label }) => label)).size).toBe(6);
    });

    it('have a title that can be read', () => {
        expect(stepTitle('MatchProspectsToLeads')).toBe('Match Prospects To Leads');
    });
});
