import type { SObjectTypeInfo } from '../runtime/sobject/sobject-type.ts';
import type { TypeSymbol } from './symbols.ts';

/**
 * Static types. They are interned: two types are the same exactly when their `key` is the same, and within one
 * compilation then also the same object (`===`) for class types of one symbol.
 */
export type ApexType = ClassType | RecordType | TypeVariable | VoidType | NullType | ErrorType;

/** Every class, interface and enum, the platform's primitives and collections included. */
export interface ClassType {
    readonly kind: 'class';
    readonly symbol: TypeSymbol;
    readonly arguments: readonly ApexType[];
    readonly key: string;
}

/** A concrete sObject type, or the generic `SObject` when `info` is null. */
export interface RecordType {
    readonly kind: 'record';
    readonly info: SObjectTypeInfo | null;
    readonly key: string;
}

/** `T` inside the declaration of a generic platform type; never seen in checked code. */
export interface TypeVariable {
    readonly kind: 'variable';
    readonly name: string;
    readonly key: string;
}

export interface VoidType {
    readonly kind: 'void';
    readonly key: 'void';
}

export interface NullType {
    readonly kind: 'null';
    readonly key: 'null';
}

/** Of an expression that was already reported: everything is compatible with it, so that one fault gives one message. */
export interface ErrorType {
    readonly kind: 'error';
    readonly key: '?';
}

export const voidType: VoidType = { kind: 'void', key: 'void' };
export const nullType: NullType = { kind: 'null', key: 'null' };
export const errorType: ErrorType = { kind: 'error', key: '?' };
export const genericRecord: RecordType = { kind: 'record', info: null, key: 'sobject' };

const recordTypes = new WeakMap<SObjectTypeInfo, RecordType>();

export function recordType(info: SObjectTypeInfo): RecordType {
    let type = recordTypes.get(info);
    if (type === undefined) {
        type = { kind: 'record', info, key: `sobject:${info.name.toLowerCase()}` };
        recordTypes.set(info, type);
    }
    return type;
}

export function typeVariable(name: string): TypeVariable {
    return { kind: 'variable', name, key: `<${name.toLowerCase()}>` };
}

const instances = new WeakMap<TypeSymbol, Map<string, ClassType>>();

export function classType(symbol: TypeSymbol, typeArguments: readonly ApexType[] = []): ClassType {
    let known = instances.get(symbol);
    if (known === undefined) {
        known = new Map();
        instances.set(symbol, known);
    }
    const argumentsKey = typeArguments.map((argument) => argument.key).join(',');
    let type = known.get(argumentsKey);
    if (type === undefined) {
        const key = argumentsKey === '' ? symbol.key : `${symbol.key}<${argumentsKey}>`;
        type = { kind: 'class', symbol, arguments: typeArguments, key };
        known.set(argumentsKey, type);
    }
    return type;
}

/** Replaces the type variables of `names` by `values`, position by position. */
export function substitute(type: ApexType, names: readonly string[], values: readonly ApexType[]): ApexType {
    if (names.length === 0) return type;
    if (type.kind === 'variable') {
        const index = names.findIndex((name) => name.toLowerCase() === type.name.toLowerCase());
        return values[index] ?? type;
    }
    if (type.kind !== 'class' || type.arguments.length === 0) return type;
    return classType(
        type.symbol,
        type.arguments.map((argument) => substitute(argument, names, values)),
    );
}

/** As the platform prints a type in its sentences: `List<String>`, `Account`, `Outer.Inner`. */
export function displayType(type: ApexType): string {
    switch (type.kind) {
        case 'record':
            return type.info === null ? 'SObject' : type.info.name;
        case 'variable':
            return type.name;
        case 'class': {
            const name = type.symbol.displayName;
            return type.arguments.length === 0 ? name : `${name}<${type.arguments.map(displayType).join(',')}>`;
        }
        default:
            return type.kind === 'error' ? '?' : type.kind;
    }
}
