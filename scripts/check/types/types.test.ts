import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertOnlyFault, fixturesOf } from '../fixture.ts';
import { types } from './gate.ts';
import { parseDiagnostics } from './tsc.ts';

const fixture = fixturesOf(import.meta.dirname);

describe('the type gate names', () => {
    it('a wrong type in TypeScript', () =>
        assertOnlyFault(types, fixture('typescript'), {
            file: 'packages/soql/src/plan.ts',
            line: 2,
            rule: 'TS2322',
            message: /Type 'number' is not assignable to type 'string'/,
        }));

    it('a wrong type in the JavaScript of a component, across components', () =>
        assertOnlyFault(types, fixture('component'), {
            file: 'force-app/main/default/lwc/health/health.js',
            line: 10,
            rule: 'TS2345',
            message: /Argument of type 'number' is not assignable to parameter of type 'string'/,
        }));

    it('components that no project checks', () =>
        assertOnlyFault(types, fixture('component-without-project'), {
            file: 'tsconfig.lwc.json',
            line: 0,
            rule: 'no-project',
            message: /1 files of components have no tsconfig.lwc.json/,
        }));
});

it('a message over several lines is one fault', () => {
    const output = "a.ts(3,1): error TS2345: Wrong argument.\n  Type 'A' lacks b.\nerror TS5083: Cannot read file.\n";
    assert.deepEqual(parseDiagnostics(output, 'tsconfig.json'), [
        { file: 'a.ts', line: 3, rule: 'TS2345', message: "Wrong argument. Type 'A' lacks b." },
        { file: 'tsconfig.json', line: 0, rule: 'TS5083', message: 'Cannot read file.' },
    ]);
});
