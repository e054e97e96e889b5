import { defineBuiltIn } from '../built-in-type.ts';
import type { SObjectTypeInfo } from '../sobject/sobject-type.ts';

/** `Schema.DescribeSObjectResult`: members in library/schema/describe-sobject-result.ts. */
export class DescribeObject {
    readonly info: SObjectTypeInfo;

    /** Use `of`: there is one result per object. */
    constructor(info: SObjectTypeInfo) {
        this.info = info;
    }

    static of(info: SObjectTypeInfo): DescribeObject {
        let result = results.get(info);
        if (result === undefined) results.set(info, (result = new DescribeObject(info)));
        return result;
    }

    toString(): string {
        return `Schema.DescribeSObjectResult[getName=${this.info.name}]`;
    }
}

const results = new WeakMap<SObjectTypeInfo, DescribeObject>();

defineBuiltIn('Schema.DescribeSObjectResult', DescribeObject);
