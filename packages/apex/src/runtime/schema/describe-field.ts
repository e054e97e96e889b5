import { defineBuiltIn } from '../built-in-type.ts';
import type { SObjectFieldInfo } from '../sobject/sobject-type.ts';

/** `Schema.DescribeFieldResult`: members in library/schema/describe-field-result.ts. */
export class DescribeField {
    readonly info: SObjectFieldInfo;

    /** Use `of`: there is one result per field. */
    constructor(info: SObjectFieldInfo) {
        this.info = info;
    }

    static of(info: SObjectFieldInfo): DescribeField {
        let result = results.get(info);
        if (result === undefined) results.set(info, (result = new DescribeField(info)));
        return result;
    }

    toString(): string {
        return `Schema.DescribeFieldResult[getName=${this.info.name}]`;
    }
}

const results = new WeakMap<SObjectFieldInfo, DescribeField>();

defineBuiltIn('Schema.DescribeFieldResult', DescribeField);
