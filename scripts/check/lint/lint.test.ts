import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFault, assertNamed, assertOnlyFault, fixturesOf, runOnFixture } from '../fixture.ts';
import { lint } from './gate.ts';

const fixture = fixturesOf(import.meta.dirname);
const component = 'force-app/main/default/lwc/health';

describe('the lint gate names', () => {
    it('what only a rule that knows types can see', () =>
        assertOnlyFault(lint, fixture('type-aware'), {
            file: 'packages/pipe/src/send.ts',
            line: 6,
            rule: '@typescript-eslint/no-floating-promises',
            message: /Promises must be awaited/,
        }));

    it('unfinished work', () =>
        assertOnlyFault(lint, fixture('unfinished'), {
            file: 'packages/pipe/src/send.ts',
            line: 2,
            rule: 'no-warning-comments',
            message: /Unexpected 'todo' comment/,
        }));

    it('what a Lightning web component may not do', () =>
        assertOnlyFault(lint, fixture('component-script'), {
            file: `${component}/health.js`,
            line: 5,
            rule: '@lwc/lwc/no-inner-html',
            message: /innerHTML/,
        }));

    it('a colour that ignores the styling hooks', () =>
        assertOnlyFault(lint, fixture('component-style'), {
            file: `${component}/health.css`,
            line: 2,
            rule: '@salesforce-ux/slds/no-hardcoded-values-slds2',
            message: /#ff0000/,
        }));

    it('a class name that the design system has retired', () =>
        assertFault(lint, fixture('component-template'), {
            file: `${component}/health.html`,
            line: 3,
            rule: '@salesforce-ux/slds/enforce-bem-usage',
            message: /slds-text-heading--large/,
        }));

    it('an image without a text', () =>
        assertFault(lint, fixture('component-template'), {
            file: `${component}/health.html`,
            line: 2,
            rule: '@html-eslint/require-img-alt',
            message: /alt/,
        }));

    it('a button without a type', () =>
        assertOnlyFault(lint, fixture('accessibility'), {
            file: `${component}/health.html`,
            line: 3,
            rule: '@html-eslint/require-button-type',
            message: /type/,
        }));

    it('files, exports and dependencies that nothing uses', async () => {
        const { faults } = await runOnFixture(lint, fixture('unused'));
        const named = [
            {
                file: 'packages/soql/src/forgotten.ts',
                line: 0,
                rule: 'unused-files',
                message: /Nothing uses this file/,
            },
            { file: 'packages/soql/src/parse.ts', line: 3, rule: 'unused-exports', message: /the export scan/ },
            { file: 'packages/soql/package.json', line: 8, rule: 'unused-dependencies', message: /left-over/ },
        ];
        for (const expected of named) assertNamed(faults, expected);
    });
});

it('the lint gate accepts a component and a module without faults', async () => {
    const { faults, examined } = await runOnFixture(lint, fixture('accepted'));
    assert.deepEqual(faults, []);
    assert.equal(examined, '3 files');
});
