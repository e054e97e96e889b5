import { builtInType, knownBuiltInType } from './built-in-type.ts';
import { current } from './context.ts';
import { findPlatformType, implicitNamespaces } from '../platform/index.ts';
import { enumType } from './enums.ts';
import type { PrimitiveName } from './primitives.ts';
import { anyType, listType, mapType, primitiveType, setType, sobjectType } from './types-registry.ts';
import type { ClassDescriptor, RuntimeType } from './types.ts';

/** The classes of one compiled program, by name. A transaction finds its program's registry under `classes`. */
export class ClassRegistry {
    private readonly types = new Map<string, ClassDescriptor>();

    register(type: ClassDescriptor): void {
        this.types.set(key(type.namespace, nameWithoutNamespace(type)), type);
    }

    /** @param name `Foo` or `Outer.Inner`, in any case */
    find(namespace: string, name: string): ClassDescriptor | undefined {
        return this.types.get(key(namespace, name));
    }

    all(): readonly ClassDescriptor[] {
        return [...this.types.values()];
    }
}

/** The key under which `Transaction.services` holds the registry. */
export const CLASSES = 'classes';

function key(namespace: string, name: string): string {
    return `${namespace}|${name}`.toLowerCase();
}

function nameWithoutNamespace(type: ClassDescriptor): string {
    return type.outerName === null ? type.simpleName : `${type.outerName}.${type.simpleName}`;
}

const PRIMITIVES: readonly PrimitiveName[] = [
    'Blob',
    'Boolean',
    'Date',
    'Datetime',
    'Decimal',
    'Double',
    'Id',
    'Integer',
    'Long',
    'String',
    'Time',
];

/**
 * What `Type.forName` finds: a class of the program, a record type, a primitive, a collection or a type of the library.
 *
 * @param namespace null: the running code's own first, then the platform's; '' likewise without the own one
 * @param name as Apex writes it, in any case: `Outer.Inner`, `ns.Foo`, `Map<Id, List<Account>>`
 */
export function typeByName(namespace: string | null, name: string): RuntimeType | null {
    const text = name.trim();
    const open = text.indexOf('<');
    if (open > 0 && text.endsWith('>')) return genericByName(text.slice(0, open).trim(), text.slice(open + 1, -1));
    if (text.endsWith('[]')) {
        const element = typeByName(namespace, text.slice(0, -2));
        return element && listType(element);
    }
    return classByName(namespace, text) ?? recordByName(namespace, text) ?? libraryType(namespace, text);
}

function genericByName(name: string, argumentText: string): RuntimeType | null {
    const typeArguments = splitArguments(argumentText).map((each) => typeByName(null, each));
    if (typeArguments.some((each) => each === null)) return null;
    const [first = anyType, second = anyType] = typeArguments as RuntimeType[];
    switch (name.toLowerCase().replace(/^system\./, '')) {
        case 'list':
            return listType(first);
        case 'set':
            return setType(first);
        case 'map':
            return mapType(first, second);
        default: {
            const type = libraryType(null, name);
            return type && builtInType(type.name, typeArguments as RuntimeType[]);
        }
    }
}

function splitArguments(text: string): string[] {
    let depth = 0;
    let start = 0;
    const parts: string[] = [];
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '<') depth++;
        else if (text[at] === '>') depth--;
        else if (text[at] === ',' && depth === 0) {
            parts.push(text.slice(start, at));
            start = at + 1;
        }
    }
    parts.push(text.slice(start));
    return parts;
}

function classByName(namespace: string | null, name: string): RuntimeType | null {
    const registry = current.transaction.services.get(CLASSES) as ClassRegistry | undefined;
    if (registry === undefined) return null;
    const own = namespace ?? current.transaction.namespace;
    const found = registry.find(own, name) ?? (namespace === null ? registry.find('', name) : undefined);
    if (found !== undefined) return found;
    const dot = name.indexOf('.');
    if (namespace !== null || dot < 0) return null;
    return registry.find(name.slice(0, dot), name.slice(dot + 1)) ?? null;
}

function recordByName(namespace: string | null, name: string): RuntimeType | null {
    const plain = name.replace(/^schema\./i, '');
    if (plain.toLowerCase() === 'sobject') return sobjectType('SObject');
    const info = current.transaction.schema.sobject(plain, namespace ?? current.transaction.namespace);
    return info === undefined ? null : sobjectType(info.name);
}

/** A type of the standard library by qualified or implied name: also before any transaction exists. */
export function libraryType(namespace: string | null, name: string): RuntimeType | null {
    const plain = name.replace(/^system\./i, '').toLowerCase();
    const inSystem = !namespace || namespace.toLowerCase() === 'system';
    if (inSystem && plain === 'object') return anyType;
    const primitive = inSystem ? PRIMITIVES.find((each) => each.toLowerCase() === plain) : undefined;
    if (primitive !== undefined) return primitiveType(primitive);
    const dot = name.indexOf('.');
    const candidates: (readonly [string, string])[] = [];
    if (namespace) candidates.push([namespace, name]);
    else {
        for (const implicit of implicitNamespaces) candidates.push([implicit, name]);
        if (dot > 0) candidates.push([name.slice(0, dot), name.slice(dot + 1)]);
    }
    for (const [inNamespace, typeName] of candidates) {
        const type = findPlatformType(inNamespace, typeName);
        if (type === undefined) continue;
        const fullName = `${type.namespace}.${type.name}`;
        return type.kind === 'enum' ? enumType(fullName) : knownBuiltInType(fullName, type.kind);
    }
    return null;
}
