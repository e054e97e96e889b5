import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ERROR_CODES, HEALTH_FIXES, SYNC_STEPS } from '../src/index.ts';

const CLASSES = new URL('../../../force-app/main/default/classes/', import.meta.url);

function readApex(path: string): string {
    return readFileSync(new URL(path, CLASSES), 'utf8');
}

/** Names of the fields that a DTO class of Apex serializes. */
function fieldsOf(source: string): Set<string> {
    return new Set([...source.matchAll(/^ *public (?!static)[\w<>.]+ (\w+)(?: =[^;]+)?;/gm)].map(([, name]) => name!));
}

interface Schema {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly $defs: Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>> }>>;
}

function propertiesOf(schema: string, definition?: string): Set<string> {
    const document = JSON.parse(readFileSync(new URL(`../schemas/${schema}.json`, import.meta.url), 'utf8')) as Schema;
    const described = definition === undefined ? document : document.$defs[definition];
    return new Set(Object.keys(described?.properties ?? {}));
}

test('the step report of Apex has the fields of the contract', () => {
    assert.deepEqual(fieldsOf(readApex('cycle/StepReport.cls')), propertiesOf('steps', 'step'));
});

test('the job summary of Apex has the fields of the contract', () => {
    assert.deepEqual(fieldsOf(readApex('status/JobSummary.cls')), propertiesOf('job-summary'));
});

test('the health check of Apex has the fields of the contract', () => {
    assert.deepEqual(fieldsOf(readApex('health/HealthCheck.cls')), propertiesOf('health', 'check'));
});

test('the fixes of Apex are those of the contract', () => {
    for (const fix of HEALTH_FIXES) assert.match(readApex('health/HealthFix.cls'), new RegExp(`'${fix}'`));
});

test('the steps of Apex come in the order of the contract', () => {
    const steps = [...readApex('cycle/StepCatalog.cls').matchAll(/(?:working|closing)\('(\w+)'/g)].map(
        ([, name]) => name,
    );
    assert.deepEqual(
        steps,
        SYNC_STEPS.filter((step) => steps.includes(step)),
    );
});

test('every code that a refusal of Apex states is in the contract', () => {
    const control = ['control/SyncControl.cls', 'control/RunNow.cls', 'rest/RestAccess.cls', 'status/JobsReply.cls'];
    const sources = [...control, 'status/JobReply.cls', 'health/HealthFix.cls'].map(readApex).join('\n');
    const stated = [...sources.matchAll(/SyncRefusedException\(\s*'([A-Z_]+)'/g)].map(([, code]) => code!);
    assert.ok(stated.length > 0);
    for (const code of stated) assert.ok(code in ERROR_CODES, code);
});
