import { ApexList } from './collections/list.ts';
import { ApexMap } from './collections/map.ts';
import { ApexSet } from './collections/set.ts';
import { current } from './context.ts';
import { throwApex } from './exceptions/throw.ts';
import { findLibraryFunction } from './library/index.ts';
import { SObject } from './sobject/sobject.ts';
import { anyType } from './types-registry.ts';
import type { ClassDescriptor, RuntimeType } from './types.ts';

/**
 * `Type.newInstance()`.
 *
 * @throws System.TypeException where the type has no constructor without parameters that the caller may use
 */
export function newInstanceOf(type: RuntimeType): unknown {
    const [first = anyType, second = anyType] = type.arguments;
    switch (type.kind) {
        case 'list':
            return new ApexList(first);
        case 'set':
            return new ApexSet(first);
        case 'map':
            return new ApexMap(first, second);
        case 'sobject':
            return newRecord(type.name);
        default:
            return construct(type);
    }
}

function newRecord(name: string): SObject {
    const info = current.transaction.schema.sobject(name, current.transaction.namespace);
    if (info === undefined) throwApex('System.TypeException', `Class.newInstance cannot be used on type ${name}`);
    return new SObject(info);
}

function construct(type: RuntimeType): unknown {
    const { construct: constructClass, abstract } = type as Partial<ClassDescriptor>;
    if (constructClass !== undefined && abstract !== true) return constructClass.call(type);
    const constructBuiltIn = findLibraryFunction(type.name, 'constructors', 'new()');
    if (constructBuiltIn !== undefined) return constructBuiltIn();
    throwApex('System.TypeException', `Not Valid Class: ${type.name} has no default constructor`);
}
