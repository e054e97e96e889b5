// The cases of this gate's tests: a sound package, broken in one place.
import { join } from 'node:path';
import { it } from 'node:test';
import { assertNamed, fixturesOf, runOnBroken } from '../fixture.ts';
import { metadata } from './gate.ts';

export const sound = fixturesOf(join(import.meta.dirname, '../package-model'))('sound');
export const source = 'force-app/main/default';
export const started = `${source}/objects/Job__c/fields/Started_At__c.field-meta.xml`;
export const layout = `${source}/layouts/Job__c-Job Layout.layout-meta.xml`;
export const permissions = `${source}/permissionsets/Administrator.permissionset-meta.xml`;
export const job = `${source}/objects/Job__c/Job__c.object-meta.xml`;
export const title = `${source}/objects/Job__c/fields/Title__c.field-meta.xml`;
export const rule = `${source}/objects/Job__c/validationRules/Running_Has_Start.validationRule-meta.xml`;
export const flow = `${source}/flows/Ping_On_Lead.flow-meta.xml`;
export const script = `${source}/lwc/health/health.js`;

export interface Case {
    what: string;
    file: string;
    replace: [string, string];
    /** Where the fault is expected, if not in the file that was broken. */
    at?: string;
    line: number;
    rule: string;
    message: RegExp;
}

export function names(cases: readonly Case[]): void {
    for (const { what, file, replace, at = file, ...expected } of cases) {
        it(what, async () => {
            const { faults } = await runOnBroken(metadata, sound, [{ file, replace }]);
            assertNamed(faults, { file: at, ...expected });
        });
    }
}
