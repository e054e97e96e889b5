import { ApexList } from '../../collections/list.ts';
import type { ApexMap } from '../../collections/map.ts';
import { current } from '../../context.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import type { SchemaPort } from '../../ports.ts';
import { DescribeMap } from '../../schema/describe-map.ts';
import { DescribeObject } from '../../schema/describe-object.ts';
import { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { namedType, primitiveType } from '../../types-registry.ts';
import { overloads } from '../overloads.ts';

const globalDescribes = new WeakMap<SchemaPort, ApexMap>();

/** Built once per schema: code asks for it in loops. A new map each time, since Apex may change what it was given. */
function globalDescribe(): ApexMap {
    const { schema } = current.transaction;
    let map = globalDescribes.get(schema);
    if (map === undefined) {
        map = new DescribeMap(primitiveType('String'), namedType('Schema.SObjectType'));
        for (const info of schema.sobjects()) map.put(info.name.toLowerCase(), SObjectTypeToken.of(info));
        globalDescribes.set(schema, map);
    }
    const copy = new DescribeMap(map.keyType, map.valueType);
    copy.putAll(map);
    return copy;
}

function describeObjects(names: ApexList): ApexList {
    const { schema, namespace } = current.transaction;
    const results = names.items.map((name) => {
        const info = schema.sobject(name as string, namespace);
        if (info === undefined) {
            throwApex('System.InvalidParameterValueException', `sObject type '${String(name)}' is not supported.`);
        }
        return DescribeObject.of(info);
    });
    return ApexList.of(namedType('Schema.DescribeSObjectResult'), results);
}

export const schemaLibrary: TypeLibrary = {
    type: 'System.Schema',
    statics: {
        ...overloads('System.Schema', 'describeSObjects', describeObjects),
        'getGlobalDescribe()': globalDescribe,
    },
};
