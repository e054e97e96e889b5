import type { RunningUser } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';

/** `null` is the literal NULL, which fits every type. Picklists are text only through TEXT, ISPICKVAL and CASE. */
export type FormulaType =
    'text' | 'picklist' | 'multipicklist' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'location' | 'null';

/** What a formula is evaluated against. */
export interface FormulaScope {
    readonly object: ObjectSchema;
    readonly row: StoredRow;
    /** The row before the save; null for a new one, or outside of a save. */
    readonly previous: StoredRow | null;
    readonly isNew: boolean;
    readonly environment: FormulaEnvironment;
    /** The record or object of a formula over what is in memory. */
    readonly memory?: unknown;
}

/** What formulas know beside the row. */
export interface FormulaEnvironment {
    /** Epoch milliseconds. */
    now(): number;
    readonly user: RunningUser;
    /** The row of a record of any object; undefined when it is not there. */
    row(object: ObjectSchema, id: string): StoredRow | undefined;
    objectOfId(id: string): ObjectSchema | undefined;
    /** The value of a formula field. */
    formula(object: ObjectSchema, field: FieldSchema, row: StoredRow): StoredValue;
    /** The row that a name such as `$Organization` stands for. */
    globalRow(object: ObjectSchema): StoredRow | undefined;
    /** A hierarchy setting as it applies to the running user. */
    setting(object: ObjectSchema): StoredRow | undefined;
    /** A custom metadata record by its developer name. */
    metadataRecord(object: ObjectSchema, developerName: string): StoredRow | undefined;
    customPermission(name: string): boolean;
    label(namespace: string, name: string): string | undefined;
}

/** A part of a formula with its static type; blank text is null or empty, both are the same. */
export interface Compiled {
    readonly type: FormulaType;
    readonly evaluate: (scope: FormulaScope) => StoredValue;
    /** The field that the expression is, where it is one: ISCHANGED and PRIORVALUE need it. */
    readonly field?: FieldSchema;
    /** True for `Name` and false for `Account.Name`: only own fields have prior values. */
    readonly own?: boolean;
}

export function asText(value: StoredValue): string {
    return value === null || value === undefined ? '' : String(value);
}

export function isBlank(value: StoredValue): boolean {
    return value === null || value === undefined || value === '';
}
