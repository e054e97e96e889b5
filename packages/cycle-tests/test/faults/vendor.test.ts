import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, lastCycle, MINUTE } from '@sw-studio/cycle-tests';
import { ALWAYS, FaultExplorer, recordsAreInSync, theNextCycleRunsByItself } from '@sw-studio/cycle-tests/faults';
import type { Fault, FaultRule } from '@sw-studio/vendor-api';

const explorer = new FaultExplorer();
const PASSING: readonly Fault[] = [
    { kind: 'status', status: 500 },
    { kind: 'status', status: 503, retryAfterSeconds: 60 },
    { kind: 'status', status: 429, retryAfterSeconds: 90 },
    { kind: 'malformed-json' },
    { kind: 'silence' },
    { kind: 'cut' },
    { kind: 'latency', milliseconds: 61_000 },
];
const READS = ['listTags', 'listScores', 'listChangedProspects'];

function during(rules: (upTo: (end: number) => number) => readonly FaultRule[], duration: number) {
    return {
        disturb(run: Parameters<Parameters<FaultExplorer['explore']>[0]['disturb']>[0]) {
            run.changeAllProspects();
            run.org.backend.faults.set(
                rules((end) => run.upTo(end)),
                run.upTo(1000),
            );
        },
        duration,
    };
}

test('a call that fails once for a passing reason is tried again, and nothing is missing', () => {
    for (const fault of PASSING) {
        const { failures } = explorer.explore(
            {
                ...during((upTo) => [{ fault, operations: READS, skip: upTo(3), times: 1 }], HOUR),
                promises: {
                    'the cycle is complete': ({ org }) =>
                        lastCycle(org).status === 'Completed' || lastCycle(org).status,
                    'the records are in sync': recordsAreInSync,
                    ...ALWAYS,
                },
            },
            15,
        );
        assert.deepEqual(failures, [], JSON.stringify(fault));
    }
});

for (const [status, code] of [
    [401, 'VENDOR_UNAUTHORIZED'],
    [403, 'VENDOR_FORBIDDEN'],
    [429, 'VENDOR_THROTTLED'],
    [500, 'VENDOR_ERROR'],
] as const) {
    test(`a vendor that answers ${status} for hours: every cycle ends and says ${code}, and the sync catches up`, () => {
        const { failures } = explorer.explore(
            {
                ...during(() => [{ fault: { kind: 'status', status }, operations: READS }], 65 * MINUTE),
                promises: {
                    'a cycle has ended, with the code': ({ org }) => {
                        const cycle = lastCycle(org);
                        const codes = [...cycle.steps.values()].flatMap(({ errors }) =>
                            errors.map((error) => error.code),
                        );
                        return (cycle.endedAt !== null && codes.includes(code)) || `${cycle.status} ${codes.join(' ')}`;
                    },
                    ...ALWAYS,
                    'the sync catches up': theNextCycleRunsByItself,
                },
            },
            15,
        );
        assert.deepEqual(failures, []);
    });
}

test('a prospect that is malformed is an error of its own; the others of the page are written', () => {
    const { failures } = explorer.explore(
        {
            ...during(
                () => [{ fault: { kind: 'damaged-item' }, operations: ['listChangedProspects'], times: 1 }],
                HOUR,
            ),
            promises: {
                'one failed, the others did not': ({ org }) => {
                    const step = lastCycle(org).steps.get('GetProspects');
                    return (step?.failed === 1 && step.changed === 5) || JSON.stringify(step);
                },
                ...ALWAYS,
            },
        },
        15,
    );
    assert.deepEqual(failures, []);
});

test('calls that fail at random, of every kind at once, for two hours', () => {
    const { failures } = explorer.explore({
        ...during(
            (upTo) => [
                ...PASSING.map((fault) => ({ fault, probability: upTo(20) / 100 })),
                { fault: { kind: 'damaged-item' }, probability: 0.2 },
                { fault: { kind: 'status', status: 401 }, probability: 0.05 },
            ],
            2 * HOUR,
        ),
        promises: { ...ALWAYS, 'the sync catches up': theNextCycleRunsByItself },
    });
    assert.deepEqual(failures, []);
});
