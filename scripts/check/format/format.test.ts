import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { EXCLUDED } from '../exclusions.ts';
import { assertFault, assertOnlyFault, fixturesOf, runOnFixture } from '../fixture.ts';
import { format } from './gate.ts';

const fixture = fixturesOf(import.meta.dirname);

describe('the format gate names the first line that prettier would change in', () => {
    const cases = [
        { kind: 'typescript', file: 'packages/soql/src/plan.ts', line: 2 },
        { kind: 'apex', file: 'force-app/main/default/classes/Clock.cls', line: 3 },
        { kind: 'metadata', file: 'force-app/main/default/labels/CustomLabels.labels-meta.xml', line: 3 },
        { kind: 'markdown', file: 'README.md', line: 2 },
        { kind: 'template', file: 'force-app/main/default/lwc/health/health.html', line: 3 },
    ];
    for (const { kind, file, line } of cases) {
        it(kind, () =>
            assertOnlyFault(format, fixture(kind), {
                file,
                line,
                rule: 'not-formatted',
                message: /npx prettier --write/,
            }),
        );
    }
});

it("Apex that does not parse is named in the words of Salesforce's parser", () =>
    assertFault(format, fixture('apex-syntax'), {
        file: 'force-app/main/default/classes/Clock.cls',
        line: 3,
        rule: 'syntax',
        message: /Found punctuation symbol or operator '%' that isn't valid in Apex/,
    }));

it('formatted files pass', async () => {
    const { faults, examined } = await runOnFixture(format, fixture('formatted'));
    assert.deepEqual(faults, []);
    assert.equal(examined, '2 files');
});

it('an editor ignores the same files as the gate', () => {
    const ignored = readFileSync(join(import.meta.dirname, '../../../.prettierignore'), 'utf8');
    const listed = ignored.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    assert.deepEqual(listed, EXCLUDED);
});
