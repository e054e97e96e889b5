import { current } from '../context.ts';
import type { ApexException } from '../exceptions.ts';
import { throwApex } from '../exceptions.ts';
import { findField, findLibraryFunction } from '../library/index.ts';
import { SObjectTypeToken } from '../schema/sobject-type-token.ts';
import { getDynamic, putDynamic } from '../sobject/dynamic-fields.ts';
import { addError } from '../sobject/errors.ts';
import { getField, setField } from '../sobject/fields.ts';
import { getChildren, getParent, setParent } from '../sobject/relationships.ts';
import { SObject } from '../sobject/sobject.ts';
import type { SObjectTypeInfo } from '../sobject/sobject-type.ts';
import { TRIGGER, type TriggerContext, type TriggerHolder } from '../trigger-context.ts';
import type { ApexMap } from '../collections/map.ts';

/** Records, schema tokens, describes, labels and trigger variables as emitted code uses them. */
export const records = {
    getField,
    setField,
    getParent,
    setParent,
    getChildren,
    getDynamic,
    putDynamic,
    newRecord: (info: SObjectTypeInfo): SObject => new SObject(info),
    /** Pairs of slot and value, or of relationship name and parent record. */
    newRecordWith(info: SObjectTypeInfo, ...pairs: unknown[]): SObject {
        const record = new SObject(info);
        for (let index = 0; index < pairs.length; index += 2) {
            const place = pairs[index];
            const value = pairs[index + 1];
            if (typeof place === 'number') record.values[place] = value;
            else setParent(record, place as string, value as SObject | null);
        }
        return record;
    },
    addFieldError(record: SObject, field: string, error: string | ApexException, escape = true): void {
        addError(record, error, field, escape);
    },

    describeObject: (info: SObjectTypeInfo): unknown =>
        member('Schema.SObjectType', 'getDescribe()')(SObjectTypeToken.of(info)),
    describeField: (token: unknown): unknown => member('Schema.SObjectField', 'getDescribe()')(token),
    fieldMap: (info: SObjectTypeInfo): unknown =>
        property('Schema.DescribeSObjectResult', 'fields', records.describeObject(info)),
    fieldSetMap: (info: SObjectTypeInfo): unknown =>
        property('Schema.DescribeSObjectResult', 'fieldSets', records.describeObject(info)),
    fieldSet(info: SObjectTypeInfo, name: string): unknown {
        const sets = member('Schema.SObjectTypeFieldSets', 'getMap()')(records.fieldSetMap(info)) as ApexMap;
        return sets.get(name.toLowerCase()) ?? sets.get(name);
    },
    label(namespace: string, name: string): string {
        const text = current.transaction.schema.label(namespace, name);
        return text ?? throwApex('System.IllegalArgumentException', `Label ${name} does not exist`);
    },
    triggerVariable(name: keyof TriggerContext): unknown {
        const holder = current.transaction.services.get(TRIGGER) as TriggerHolder | undefined;
        const context = holder?.current ?? null;
        return context === null ? (name.startsWith('is') ? false : null) : context[name];
    },
    /** `Setting__c.getInstance(...)` and its like: the object comes first. */
    recordStatic(signature: string, info: SObjectTypeInfo, ...values: unknown[]): unknown {
        return staticMember('System.SObject', signature)(info, ...values);
    },
};

function member(type: string, signature: string): (...values: unknown[]) => unknown {
    return required(findLibraryFunction(type, 'methods', signature), `${type}.${signature}`);
}

function staticMember(type: string, signature: string): (...values: unknown[]) => unknown {
    return required(findLibraryFunction(type, 'statics', signature), `${type}.${signature}`);
}

function property(type: string, name: string, self: unknown): unknown {
    return required(findField(type, name), `${type}.${name}`).get(self as never);
}

function required<T>(found: T | undefined, name: string): T {
    if (found === undefined) throw new Error(`The runtime lacks ${name}, which emitted code relies on.`);
    return found;
}
