import { findPlatformType, type PlatformType } from '../platform/index.ts';
import { supertypesOf, typeOfObject } from './supertypes.ts';
import type { RuntimeType } from './types.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructors of any shape
type Implementation = abstract new (...values: any[]) => object;

/**
 * A class or interface of the standard library as a run-time type. A type without `implementation` is an interface
 * (Queueable, Comparable) or a type that this runtime has no values of: only Apex classes can then be instances.
 */
export class BuiltInType implements RuntimeType {
    kind: 'class' | 'interface' | 'enum' = 'class';
    /** Qualified, as `Type.getName()` prints it: `System.HttpRequest`. */
    readonly name: string;
    readonly arguments: readonly RuntimeType[];
    implementation: Implementation | null = null;

    constructor(name: string, typeArguments: readonly RuntimeType[] = []) {
        this.name = name;
        this.arguments = typeArguments;
    }

    /** As the platform tables declare it. */
    get superclass(): RuntimeType | null {
        const superclass = this.declaration()?.superclass;
        return superclass === undefined ? null : builtInType(superclass);
    }

    get interfaces(): readonly RuntimeType[] {
        return (this.declaration()?.interfaces ?? []).map((name) => builtInType(name));
    }

    isInstance(value: unknown): boolean {
        if (typeof value !== 'object' || value === null) return false;
        if (this.implementation !== null && value instanceof this.implementation) return true;
        const type = typeOfObject(value);
        return type !== null && supertypesOf(type).has(this.name.toLowerCase());
    }

    private declaration(): PlatformType | undefined {
        const plain = this.name.replace(/<.*$/, '');
        const dot = plain.indexOf('.');
        return findPlatformType(plain.slice(0, dot), plain.slice(dot + 1));
    }
}

/** By qualified name in lower case, with type arguments: `system.iterator<string>`. */
const types = new Map<string, BuiltInType>();

/** @param name qualified; the first spelling that is asked for is kept, so callers use the reference's */
export function builtInType(name: string, typeArguments: readonly RuntimeType[] = []): BuiltInType {
    const fullName = typeArguments.length === 0 ? name : `${name}<${typeArguments.map((each) => each.name).join(',')}>`;
    let type = types.get(fullName.toLowerCase());
    if (type === undefined) {
        type = new BuiltInType(fullName, typeArguments);
        types.set(fullName.toLowerCase(), type);
    }
    return type;
}

export function knownBuiltInType(name: string, kind: 'class' | 'interface'): BuiltInType {
    const type = builtInType(name);
    type.kind = kind;
    return type;
}

/** Binds a JavaScript class to the platform type that it implements, and the type to the class's prototype. */
export function defineBuiltIn(name: string, implementation: Implementation): BuiltInType {
    const type = builtInType(name);
    type.implementation = implementation;
    Object.defineProperty(implementation.prototype, '$type', { value: type, configurable: true });
    return type;
}
