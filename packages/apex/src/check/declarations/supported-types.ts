import { inherits } from '../../bind/members.ts';
import type { TypeSymbol } from '../../bind/symbols.ts';
import type { ApexType } from '../../bind/types.ts';
import type { Universe } from '../../bind/universe.ts';
import { isObject } from '../conversions.ts';
import { knownTypes } from '../known-types.ts';
import { findAnnotation, sourceTypesIn } from './element.ts';

/** Which types may cross a boundary of the platform: an answer per boundary, as its compiler gives it. */
const PRIMITIVES = new Set(
    'boolean blob date datetime decimal double id integer long string time'.split(' ').map((name) => `system.${name}`),
);

const LIST = 'system.list';
const SET = 'system.set';
const MAP = 'system.map';

/** Future methods run in another transaction: primitives, and collections of them, are all that gets there. */
export function isFutureType(type: ApexType): boolean {
    if (isPrimitive(type) || type.kind === 'error') return true;
    return isCollection(type) && type.arguments.every((argument) => isPrimitive(argument));
}

/** What an invocable action takes and gives: lists, because it is called once for many records. */
export function isInvocableType(type: ApexType): boolean {
    if (type.kind === 'error') return true;
    const element = elementOf(type);
    if (element === undefined) return false;
    const inner = elementOf(element) ?? element;
    if (inner.kind === 'class' && inner.symbol.origin === 'source') return hasInvocableVariable(inner.symbol);
    return isPrimitive(inner) || inner.kind === 'record' || inner.kind === 'error';
}

export function isList(type: ApexType): boolean {
    return elementOf(type) !== undefined || type.kind === 'error';
}

function hasInvocableVariable(symbol: TypeSymbol): boolean {
    if (symbol.kind !== 'class' || symbol.visibility === 'private') return false;
    return [...symbol.fields.values()].some(({ annotations }) => findAnnotation(annotations, 'invocablevariable'));
}

export function isInvocableVariableType(type: ApexType, universe: Universe, depth = 0): boolean {
    if (type.kind !== 'class') return true;
    if (type.symbol.key === LIST) {
        return depth < 2 && type.arguments.every((argument) => isInvocableVariableType(argument, universe, depth + 1));
    }
    return !isObject(type) && type.arguments.length === 0 && type.symbol !== knownTypes(universe).exception.symbol;
}

export function isAuraType(type: ApexType, universe: Universe): boolean {
    return type.kind !== 'class' || (type.symbol.key !== SET && type.symbol !== knownTypes(universe).exception.symbol);
}

export function isRemoteActionType(type: ApexType, universe: Universe): boolean {
    return type.kind !== 'class' || type.symbol !== knownTypes(universe).exception.symbol;
}

/** SOAP has no maps, no sets and no subtypes. */
export function isWebServiceType(type: ApexType, universe: Universe): boolean {
    if (type.kind !== 'class') return true;
    const { symbol } = type;
    if (symbol.key === LIST) return type.arguments.every((argument) => isWebServiceType(argument, universe));
    if (isObject(type) || type.arguments.length > 0 || inherits(symbol, knownTypes(universe).exception.symbol))
        return false;
    return symbol.origin === 'platform' || (symbol.kind !== 'interface' && symbol.visibility === 'global');
}

/** What a REST resource reads from and writes into a body of JSON or XML. */
export function isRestType(type: ApexType, seen = new Set<TypeSymbol>()): boolean {
    if (type.kind !== 'class') return true;
    const { symbol } = type;
    if (isObject(type) || symbol.key === SET || symbol.key === 'system.blob') return false;
    if (symbol.key === MAP && type.arguments[0]?.key !== 'system.string') return false;
    if (!type.arguments.every((argument) => isRestType(argument, seen))) return false;
    if (seen.has(symbol) || symbol.kind !== 'class' || isPrimitive(type)) return true;
    seen.add(symbol);
    return [...symbol.fields.values()].every(
        (field) => field.static || field.transient || isRestType(field.type, seen),
    );
}

/** Callers in other namespaces see the method, so they have to see the types it speaks of. */
export function isGlobalType(type: ApexType): boolean {
    return [...sourceTypesIn(type)].every((symbol) => symbol.visibility === 'global');
}

function isPrimitive(type: ApexType): boolean {
    return PRIMITIVES.has(type.key);
}

function isCollection(type: ApexType): type is Extract<ApexType, { kind: 'class' }> {
    return type.kind === 'class' && [LIST, SET, MAP].includes(type.symbol.key);
}

function elementOf(type: ApexType): ApexType | undefined {
    return type.kind === 'class' && type.symbol.key === LIST ? type.arguments[0] : undefined;
}
