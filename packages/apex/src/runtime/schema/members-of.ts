import { defineBuiltIn } from '../built-in-type.ts';
import type { SObjectTypeInfo } from '../sobject/sobject-type.ts';

/** `Schema.SObjectTypeFields`: what `describe.fields` is. */
export class FieldsOfObject {
    readonly info: SObjectTypeInfo;

    constructor(info: SObjectTypeInfo) {
        this.info = info;
    }
}

/** `Schema.SObjectTypeFieldSets`: what `describe.fieldSets` is. */
export class FieldSetsOfObject {
    readonly info: SObjectTypeInfo;

    constructor(info: SObjectTypeInfo) {
        this.info = info;
    }
}

defineBuiltIn('Schema.SObjectTypeFields', FieldsOfObject);
defineBuiltIn('Schema.SObjectTypeFieldSets', FieldSetsOfObject);
