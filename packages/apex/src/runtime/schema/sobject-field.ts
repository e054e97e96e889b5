import { defineBuiltIn } from '../built-in-type.ts';
import type { SObjectFieldInfo } from '../sobject/sobject-type.ts';

/** `Schema.SObjectField`: the token of a field, `Account.Name`. One object per field, so that `==` is identity. */
export class SObjectField {
    readonly info: SObjectFieldInfo;

    /** Use `of`: there is one object per field. */
    constructor(info: SObjectFieldInfo) {
        this.info = info;
    }

    static of(info: SObjectFieldInfo): SObjectField {
        let token = tokens.get(info);
        if (token === undefined) tokens.set(info, (token = new SObjectField(info)));
        return token;
    }

    toString(): string {
        return this.info.name;
    }
}

const tokens = new WeakMap<SObjectFieldInfo, SObjectField>();

defineBuiltIn('Schema.SObjectField', SObjectField);

export function fieldToken(info: SObjectFieldInfo): SObjectField {
    return SObjectField.of(info);
}
