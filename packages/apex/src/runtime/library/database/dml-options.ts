import type { DmlOptions } from '../../ports.ts';
import { defineDataType, type DataObject } from '../data-object.ts';

const assignmentRuleHeader = defineDataType('Database.DMLOptions.AssignmentRuleHeader');
const duplicateRuleHeader = defineDataType('Database.DMLOptions.DuplicateRuleHeader');
const emailHeader = defineDataType('Database.DMLOptions.EmailHeader');

/** The three headers exist from the start: code writes `options.EmailHeader.TriggerUserEmail = true` at once. */
const dmlOptions = defineDataType('Database.DMLOptions', {
    constructors: {
        'new()': () =>
            dmlOptions.create({
                assignmentRuleHeader: assignmentRuleHeader.create(),
                duplicateRuleHeader: duplicateRuleHeader.create(),
                emailHeader: emailHeader.create(),
            }),
    },
});

export function isDmlOptions(value: unknown): value is DataObject {
    return dmlOptions.is(value);
}

/** Without `OptAllOrNone` the good rows are kept (Apex Reference, "DMLOptions"). */
export function isAllOrNone(options: DataObject): boolean {
    return options.get('OptAllOrNone') === true;
}

export function toDmlOptions(options: DataObject): DmlOptions {
    const header = (name: string): DataObject | null => options.get(name) as DataObject | null;
    const assignment = header('AssignmentRuleHeader');
    const email = header('EmailHeader');
    return {
        allowFieldTruncation: options.get('AllowFieldTruncation') === true,
        assignmentRuleId: (assignment?.get('AssignmentRuleId') ?? null) as string | null,
        useDefaultAssignmentRule: assignment?.get('UseDefaultRule') === true,
        duplicateRuleAllowSave: header('DuplicateRuleHeader')?.get('AllowSave') === true,
        triggerEmails: ['TriggerUserEmail', 'TriggerOtherEmail', 'TriggerAutoResponseEmail'].some(
            (name) => email?.get(name) === true,
        ),
    };
}

export const dmlOptionsLibraries = [dmlOptions, assignmentRuleHeader, duplicateRuleHeader, emailHeader].map(
    (type) => type.library,
);
