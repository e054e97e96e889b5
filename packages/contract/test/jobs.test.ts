import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StepsDocument } from '../src/index.ts';
import { compileSchemas } from './schemas.ts';

const schemas = compileSchemas();

const STEPS: StepsDocument = {
    version: 1,
    steps: [
        {
            name: 'GetTags',
            job: 'SWJobGetTags',
            status: 'Failed',
            counted: true,
            startedAt: '2026-03-01T10:00:00.000Z',
            endedAt: '2026-03-01T10:00:01.000Z',
            links: 1,
            chunks: 1,
            chunksFailed: 1,
            retries: 0,
            crashes: 0,
            examined: 0,
            changed: 0,
            failed: 0,
            rows: 0,
            errors: [{ code: 'VENDOR_UNAUTHORIZED', message: 'SalesWings refused the token.', count: 1 }],
            errorsLeftOut: 0,
        },
    ],
    skipped: [{ name: 'AggregateTags', reason: 'ACCOUNT_AGGREGATION_OFF', message: 'Account Aggregation is off.' }],
};

test('a report of steps holds', () => {
    const validate = schemas.get('steps')!;
    assert.equal(validate(STEPS), true, JSON.stringify(validate.errors));
});

test('a report of another version is refused', () => {
    assert.equal(schemas.get('steps')!({ ...STEPS, version: 2 }), false);
});

test('a page of jobs may be the last one', () => {
    assert.equal(schemas.get('jobs')!({ jobs: [] }), true);
});
