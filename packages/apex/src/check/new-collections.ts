import { findType, resolveType } from '../bind/type-resolver.ts';
import { type ApexType, type ClassType, errorType } from '../bind/types.ts';
import type { NewCollectionExpression, NewObjectExpression } from '../syntax/ast.ts';
import { setConversion, setType, typeOf } from './annotations.ts';
import type { BodyContext } from './context.ts';
import { boxedDoubleFrom } from './conversions.ts';
import { checkAssignable, checkExpression } from './expressions.ts';
import { answersAnyRows } from './queries.ts';
import { typeName } from './wording.ts';

export function checkNewCollection(expression: NewCollectionExpression, context: BodyContext): ApexType {
    const type = collectionType(expression, context);
    if (expression.size !== null) {
        checkAssignable(expression.size, context.known.integer, context, (from) => sourceFault(type, from) ?? '');
    }
    if (type.kind !== 'class') {
        for (const element of expression.elements) checkExpression(element, context);
        for (const { key, value } of expression.entries) {
            checkExpression(key, context);
            checkExpression(value, context);
        }
        return setType(expression, type);
    }
    const [first, second] = type.arguments;
    for (const element of expression.elements) {
        checkElement(element, first ?? errorType, 'expression', context);
    }
    for (const { key, value } of expression.entries) {
        checkElement(key, first ?? errorType, 'key', context);
        checkElement(value, second ?? errorType, 'value', context);
    }
    return setType(expression, type);
}

function collectionType(expression: NewCollectionExpression, context: BodyContext): ApexType {
    const type = findType(expression.type, context);
    if (type === undefined) return resolveType(expression.type, context);
    if (expression.type.arrayDepth === 0) return type;
    return resolveType(expression.type, context);
}

const ELEMENT_FAULTS: Readonly<Record<'expression' | 'key' | 'value', (from: string, to: string) => string>> = {
    expression: (from, to) => `Initial expression is of incorrect type, expected: ${to} but was: ${from}`,
    key: (from, to) => `Invalid key type ${from} for ${to}`,
    value: (from, to) => `Invalid value type ${from} for ${to}`,
};

function checkElement(
    element: NewCollectionExpression['elements'][number],
    target: ApexType,
    role: 'expression' | 'key' | 'value',
    context: BodyContext,
): void {
    checkAssignable(element, target, context, (from) => ELEMENT_FAULTS[role](typeName(from), typeName(target)));
    if (target.key === 'system.double') setConversion(element, boxedDoubleFrom(typeOf(element)));
}

/**
 * What is wrong with copying a collection: `new List<T>(x)` takes elements of exactly T, where an assignment would take
 * any that fit. Undefined where nothing is, and for types that are no collections.
 */
export function collectionSourceFault(
    expression: NewObjectExpression,
    type: ClassType,
    argumentTypes: readonly ApexType[],
): string | undefined {
    const [argument] = expression.arguments;
    const [from] = argumentTypes;
    if (argument === undefined || from === undefined || argumentTypes.length > 1) return undefined;
    return answersAnyRows(argument) ? undefined : sourceFault(type, from);
}

function sourceFault(type: ApexType, from: ApexType): string | undefined {
    if (type.kind !== 'class' || from.kind === 'error') return undefined;
    const [first, second] = type.arguments;
    const source = from.kind === 'class' && from.arguments.length === 1 ? from.symbol.key : undefined;
    const sameElement = from.kind === 'class' && from.arguments[0]?.key === first?.key;
    const isCopy = (source === 'system.list' || source === 'system.set') && sameElement;
    const what = `Invalid initializer type ${typeName(from)} found for ${typeName(type)}: expected`;
    switch (type.symbol.key) {
        case 'system.list':
            if (isCopy || from.key === 'system.integer') return undefined;
            return `${what} an Integer or a List of type ${typeName(first ?? type)}`;
        case 'system.set':
            return isCopy ? undefined : `${what} a List or a Set of type: ${typeName(first ?? type)}`;
        case 'system.map':
            if (from.key === type.key || isRecordList(from, first, second)) return undefined;
            return `${what} a Map with the same key and value types, or a valid SObject List`;
        default:
            return undefined;
    }
}

/** `new Map<Id, Account>(accounts)`: by record id. */
function isRecordList(from: ApexType, key: ApexType | undefined, value: ApexType | undefined): boolean {
    if (from.kind !== 'class' || from.symbol.key !== 'system.list' || value?.kind !== 'record') return false;
    const [record] = from.arguments;
    const byId = key?.key === 'system.id' || key?.key === 'system.string';
    return byId && record?.kind === 'record' && (value.info === null || value.key === record.key);
}
