import {
    type DmlError,
    type DmlOperation,
    type DmlRequest,
    type DmlRowOutcome,
    type FieldAccess,
    newApexException,
    type SObject,
} from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { AccessRules, ObjectAccess } from './access-rules.ts';
import { type SharingContext, sharingErrors } from './dml-sharing.ts';

export interface UserModeContext extends SharingContext {
    readonly access: AccessRules;
}

const OBJECT_ACCESS: Readonly<Record<DmlOperation, readonly ObjectAccess[]>> = {
    insert: ['CREATABLE'],
    update: ['UPDATABLE'],
    upsert: ['UPSERTABLE'],
    delete: ['DELETABLE'],
    undelete: ['UNDELETABLE'],
    merge: ['UPDATABLE', 'DELETABLE'],
};

const FIELD_ACCESS: Partial<Readonly<Record<DmlOperation, FieldAccess>>> = {
    insert: 'CREATABLE',
    update: 'UPDATABLE',
    upsert: 'UPSERTABLE',
    merge: 'UPDATABLE',
};

/** What the user may not do with each record of a statement in user mode; the empty list: nothing stands against it. */
export type UserModeErrors = readonly (readonly DmlError[])[];

/**
 * Object permissions, field permissions and sharing for one DML statement in user mode.
 *
 * @throws System.SecurityException without the object permission
 * @throws System.DmlException when all or nothing is wanted and a record holds fields that the user may not write
 */
export function checkUserMode(context: UserModeContext, request: DmlRequest): UserModeErrors {
    const { operation, records, allOrNone } = request;
    for (const object of new Set(records.map(({ type }) => type as ObjectSchema))) {
        if (OBJECT_ACCESS[operation].some((access) => !context.access.object(object, access)))
            throw newApexException('System.SecurityException', `Access to entity '${object.name}' denied`);
    }
    const fields = FIELD_ACCESS[operation];
    const errors = records.map((record, position) => {
        const refused = fields === undefined ? [] : inaccessible(context.access, record, fields);
        return refused.length > 0 ? [inaccessibleError(record, refused)] : sharingErrors(context, request, position);
    });
    const index = errors.findIndex(([error]) => error?.fields !== undefined && error.fields.length > 0);
    if (allOrNone && index >= 0) throw inaccessibleException(records, errors, index);
    return errors;
}

/** Sharing alone: what a class with sharing may do in system mode. */
export function checkSharing(context: UserModeContext, request: DmlRequest): UserModeErrors {
    return request.records.map((_, index) => sharingErrors(context, request, index));
}

/** Outcomes of the records that were refused, with room for those of the others. */
export function refusedOutcome(record: SObject, errors: readonly DmlError[]): DmlRowOutcome {
    return { success: false, id: record.id, created: false, errors };
}

function inaccessible(access: AccessRules, record: SObject, wanted: FieldAccess): string[] {
    const names: string[] = [];
    record.values.forEach((value, slot) => {
        const field = record.type.fields[slot] as FieldSchema | undefined;
        if (value === undefined || slot === 0 || field === undefined) return;
        // What nobody may write is left out by the save itself.
        if ((field.createable || field.updateable) && !access.mayUse(field, wanted)) names.push(field.name);
    });
    return names;
}

function inaccessibleError(record: SObject, fields: readonly string[]): DmlError {
    const message = `Operation failed due to fields being inaccessible on Sobject ${record.type.name}, check errors on Exception or Result!`;
    return { statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields };
}

function inaccessibleException(records: readonly SObject[], errors: UserModeErrors, index: number) {
    const exception = newApexException('System.DmlException', errors[index]?.[0]?.message ?? '');
    exception.failures = errors.flatMap((list, position) =>
        list.map((error) => ({ index: position, id: records[position]?.id ?? null, ...error })),
    );
    return exception;
}
