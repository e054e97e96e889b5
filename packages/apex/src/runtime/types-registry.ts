import { builtInType } from './built-in-type.ts';
import { ApexList } from './collections/list.ts';
import { ApexMap } from './collections/map.ts';
import { ApexSet } from './collections/set.ts';
import { isPrimitiveInstance, type PrimitiveName } from './primitives.ts';
import { SObject } from './sobject/sobject.ts';
import { supertypesOf } from './supertypes.ts';
import type { RuntimeType, RuntimeTypeKind } from './types.ts';

/** Types are shared: the same type is the same object, so that comparing types is comparing references. */
class Type implements RuntimeType {
    readonly kind: RuntimeTypeKind;
    readonly name: string;
    readonly arguments: readonly RuntimeType[];
    readonly isInstance: (value: unknown) => boolean;

    constructor(
        kind: RuntimeTypeKind,
        name: string,
        isInstance: (value: unknown) => boolean,
        typeArguments: readonly RuntimeType[] = [],
    ) {
        this.kind = kind;
        this.name = name;
        this.isInstance = isInstance;
        this.arguments = typeArguments;
    }
}

/** `Object`. */
export const anyType: RuntimeType = new Type('any', 'Object', (value) => value !== null);

const primitives = new Map<string, RuntimeType>();

export function primitiveType(name: PrimitiveName): RuntimeType {
    let type = primitives.get(name);
    if (type === undefined) {
        type = new Type('primitive', name, (value) => isPrimitiveInstance(name, value));
        primitives.set(name, type);
    }
    return type;
}

const sobjects = new Map<string, RuntimeType>();

/** @param name an object's API name as the schema spells it, or `SObject` for any */
export function sobjectType(name: string): RuntimeType {
    const key = name.toLowerCase();
    let type = sobjects.get(key);
    if (type === undefined) {
        type =
            key === 'sobject'
                ? new Type('sobject', 'SObject', (value) => value instanceof SObject)
                : new Type(
                      'sobject',
                      name,
                      (value) => value instanceof SObject && value.type.name.toLowerCase() === key,
                  );
        sobjects.set(key, type);
    }
    return type;
}

const lists = new WeakMap<RuntimeType, RuntimeType>();
const sets = new WeakMap<RuntimeType, RuntimeType>();
const maps = new WeakMap<RuntimeType, WeakMap<RuntimeType, RuntimeType>>();

export function listType(element: RuntimeType): RuntimeType {
    let type = lists.get(element);
    if (type === undefined) {
        type = new Type(
            'list',
            `List<${element.name}>`,
            (value) => value instanceof ApexList && isAssignable(value.elementType, element),
            [element],
        );
        lists.set(element, type);
    }
    return type;
}

export function setType(element: RuntimeType): RuntimeType {
    let type = sets.get(element);
    if (type === undefined) {
        type = new Type(
            'set',
            `Set<${element.name}>`,
            (value) => value instanceof ApexSet && isSameOrRecord(value.elementType, element),
            [element],
        );
        sets.set(element, type);
    }
    return type;
}

export function mapType(key: RuntimeType, value: RuntimeType): RuntimeType {
    let byValue = maps.get(key);
    if (byValue === undefined) maps.set(key, (byValue = new WeakMap()));
    let type = byValue.get(value);
    if (type === undefined) {
        type = new Type(
            'map',
            `Map<${key.name},${value.name}>`,
            (candidate) =>
                candidate instanceof ApexMap &&
                isSameOrRecord(candidate.keyType, key) &&
                isAssignable(candidate.valueType, value),
            [key, value],
        );
        byValue.set(value, type);
    }
    return type;
}

/** A type of the standard library that is neither primitive nor collection, such as `Schema.SObjectField`. */
export function namedType(name: string, typeArguments: readonly RuntimeType[] = []): RuntimeType {
    return builtInType(name, typeArguments);
}

/**
 * Whether a list with elements of type `from` may stand where one of `to` is wanted. Lists are covariant and maps in
 * their values, sets are not; and a list of SObject may be cast to any concrete list, which the platform allows although
 * the elements may be of other types.
 */
export function isAssignable(from: RuntimeType, to: RuntimeType): boolean {
    if (isSameOrRecord(from, to) || to.kind === 'any') return true;
    if (from.kind === 'list' && to.kind === 'list') return isAssignable(first(from), first(to));
    if (from.kind === 'map' && to.kind === 'map') {
        return (
            isSameOrRecord(first(from), first(to)) &&
            isAssignable(from.arguments[1] ?? anyType, to.arguments[1] ?? anyType)
        );
    }
    if (from.kind === 'class' || from.kind === 'interface') return isSubtype(from, to);
    return false;
}

/** Whether a variable of type `to` can hold every value of type `from`: `Type.isAssignableFrom`. */
export function isTypeAssignable(from: RuntimeType, to: RuntimeType): boolean {
    if (from.kind === 'sobject' && to.kind === 'sobject') return to.name === 'SObject' || sameName(from, to);
    return isAssignable(from, to);
}

function isSameOrRecord(from: RuntimeType, to: RuntimeType): boolean {
    if (from === to || sameName(from, to)) return true;
    if (from.kind === 'sobject' && to.kind === 'sobject') return from.name === 'SObject' || to.name === 'SObject';
    if (from.kind === 'primitive' && to.kind === 'primitive') return isText(from) && isText(to);
    return false;
}

function isText(type: RuntimeType): boolean {
    return type.name === 'String' || type.name === 'Id';
}

function sameName(from: RuntimeType, to: RuntimeType): boolean {
    return from.kind === to.kind && from.name.toLowerCase() === to.name.toLowerCase();
}

function isSubtype(from: RuntimeType, to: RuntimeType): boolean {
    return supertypesOf(from).has(to.name.toLowerCase());
}

function first(type: RuntimeType): RuntimeType {
    return type.arguments[0] ?? anyType;
}

export { CLASSES, ClassRegistry, typeByName } from './class-registry.ts';
export { castTo, instanceOf, typeOf } from './casts.ts';
