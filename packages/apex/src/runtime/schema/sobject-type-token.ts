import { defineBuiltIn } from '../built-in-type.ts';
import type { SObjectTypeInfo } from '../sobject/sobject-type.ts';

/** `Schema.SObjectType`: the token of an object, `Account.SObjectType`. One object per sObject type. */
export class SObjectTypeToken {
    readonly info: SObjectTypeInfo;

    /** Use `of`: there is one object per type. */
    constructor(info: SObjectTypeInfo) {
        this.info = info;
    }

    static of(info: SObjectTypeInfo): SObjectTypeToken {
        let token = tokens.get(info);
        if (token === undefined) tokens.set(info, (token = new SObjectTypeToken(info)));
        return token;
    }

    toString(): string {
        return this.info.name;
    }
}

const tokens = new WeakMap<SObjectTypeInfo, SObjectTypeToken>();

defineBuiltIn('Schema.SObjectType', SObjectTypeToken);
