import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertOnlyFault, fixturesOf, runOnFixture } from '../fixture.ts';
import { lengthReport } from './check-length.ts';
import { architecture } from './gate.ts';

const fixture = fixturesOf(import.meta.dirname);

describe('the architecture gate names', () => {
    it('an import against the dependency rules', () =>
        assertOnlyFault(architecture, fixture('forbidden-import'), {
            file: 'packages/soql/src/plan.ts',
            line: 2,
            rule: 'forbidden-import',
            message: /^packages\/soql may not import packages\/local-org; it may import contract$/,
        }));

    it('a path into another package', () =>
        assertOnlyFault(architecture, fixture('path-into-package'), {
            file: 'packages/local-org/src/query.ts',
            line: 1,
            rule: 'forbidden-import',
            message: /reaches into packages\/soql by path; import it by its name @sw-studio\/soql/,
        }));

    it('an import of the tooling', () =>
        assertOnlyFault(architecture, fixture('import-of-tooling'), {
            file: 'packages/pipe/src/listener.ts',
            line: 1,
            rule: 'forbidden-import',
            message: /packages\/pipe may not import scripts/,
        }));

    it('an import of the compiler from the runtime, also one that is loaded late', () =>
        assertOnlyFault(architecture, fixture('compiler-in-runtime'), {
            file: 'packages/apex/src/runtime/call.ts',
            line: 2,
            rule: 'forbidden-import',
            message: /packages\/apex\/src\/runtime may not import packages\/apex\/src\/emit/,
        }));

    it('a dependency in package.json against the same rules', () =>
        assertOnlyFault(architecture, fixture('forbidden-dependency'), {
            file: 'packages/soql/package.json',
            line: 5,
            rule: 'forbidden-dependency',
            message: /packages\/soql may not depend on packages\/local-org/,
        }));

    it('a package that has no place in the rules', () =>
        assertOnlyFault(architecture, fixture('unknown-package'), {
            file: 'packages/helpers/package.json',
            line: 1,
            rule: 'unknown-package',
            message: /packages\/helpers has no row/,
        }));

    it('a name of the product in the local org', () =>
        assertOnlyFault(architecture, fixture('foreign-name'), {
            file: 'packages/local-org/src/deploy.ts',
            line: 2,
            rule: 'foreign-name',
            message: /"EventQueue__c" is a name of the product/,
        }));

    it('a file of more than 600 lines', () =>
        assertOnlyFault(architecture, fixture('file-too-long'), {
            file: 'packages/contract/src/codes.ts',
            line: 601,
            rule: 'file-too-long',
            message: /^601 lines; a file has at most 600/,
        }));
});

it('the architecture gate accepts what the rules allow', async () => {
    const { faults } = await runOnFixture(architecture, fixture('allowed'));
    assert.deepEqual(faults, []);
});

it('the median of each area is reported against its target', () => {
    const lengths = [90, 130, 500].map((lines, index) => ({ file: `packages/soql/src/${index}.ts`, lines }));
    assert.deepEqual(lengthReport(lengths), [
        'packages/soql source: 3 files, median 130 lines (target 120), longest 500 (packages/soql/src/2.ts)',
    ]);
});
