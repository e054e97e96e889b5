import { inheritedAs } from '../bind/members.ts';
import { objectSymbol } from '../bind/platform-symbols.ts';
import type { ApexType, ClassType } from '../bind/types.ts';
import type { Conversion } from './annotations.ts';

/**
 * Which value may go where without a cast, and what has to happen to it on the way (Apex Developer Guide, "Rules of
 * Conversion"; the collection rules are those of Salesforce's own compiler: lists are covariant, maps are covariant in
 * their values, sets are invariant).
 */
export interface Assignment {
    readonly conversion: Conversion | null;
    /** 0 is the same type; overload resolution prefers less. */
    readonly distance: number;
}

const NUMERIC: Readonly<Record<string, number>> = {
    'system.integer': 0,
    'system.long': 1,
    'system.double': 2,
    'system.decimal': 3,
};

const WIDENING: Readonly<Record<string, Conversion>> = {
    '0>1': 'integerToLong',
    '0>2': 'integerToDouble',
    '0>3': 'integerToDecimal',
    '1>2': 'longToDouble',
    '1>3': 'longToDecimal',
    '2>3': 'doubleToDecimal',
    '3>2': 'decimalToDouble',
};

const same: Assignment = { conversion: null, distance: 0 };

/** How a value of type `from` becomes one of type `to`; null when it may not. */
export function assignment(from: ApexType, to: ApexType): Assignment | null {
    if (from === to || from.key === to.key || from.kind === 'error' || to.kind === 'error') return same;
    if (from.kind === 'void' || to.kind === 'void') return null;
    if (from.kind === 'null') return { conversion: null, distance: isObject(to) ? 2 : 1 };
    if (isObject(to)) return { conversion: from.key === 'system.double' ? 'boxDouble' : null, distance: 100 };
    if (to.kind === 'record') return assignRecord(from, to.info === null);
    if (from.kind !== 'class' || to.kind !== 'class') return null;
    return assignPrimitive(from, to) ?? assignClass(from, to);
}

function assignRecord(from: ApexType, toGeneric: boolean): Assignment | null {
    return from.kind === 'record' && toGeneric ? { conversion: null, distance: 1 } : null;
}

function assignPrimitive(from: ClassType, to: ClassType): Assignment | null {
    const fromRank = NUMERIC[from.key];
    const toRank = NUMERIC[to.key];
    if (fromRank !== undefined && toRank !== undefined) {
        const conversion = WIDENING[`${fromRank}>${toRank}`];
        return conversion === undefined
            ? null
            : { conversion, distance: Math.abs(toRank - fromRank) + (toRank < fromRank ? 3 : 0) };
    }
    if (from.key === 'system.id' && to.key === 'system.string') return { conversion: null, distance: 1 };
    if (from.key === 'system.string' && to.key === 'system.id') return { conversion: 'stringToId', distance: 2 };
    if (from.key === 'system.date' && to.key === 'system.datetime')
        return { conversion: 'dateToDatetime', distance: 1 };
    return null;
}

function assignClass(from: ClassType, to: ClassType): Assignment | null {
    if (from.symbol === to.symbol) return assignSameGeneric(from, to);
    const seen = inheritedAs(from, to.symbol);
    if (seen === undefined) return null;
    const matches = seen.arguments.every((argument, index) => elementAssignable(argument, to.arguments[index]));
    return matches ? { conversion: null, distance: 1 + inheritanceDistance(from, to) } : null;
}

function assignSameGeneric(from: ClassType, to: ClassType): Assignment | null {
    const [fromFirst, fromSecond] = from.arguments;
    const [toFirst, toSecond] = to.arguments;
    const allowed =
        from.symbol.key === 'system.set'
            ? fromFirst?.key === toFirst?.key
            : from.symbol.key === 'system.map'
              ? fromFirst?.key === toFirst?.key && valueAssignable(fromSecond, toSecond)
              : elementAssignable(fromFirst, toFirst) && elementAssignable(fromSecond, toSecond);
    if (!allowed) return null;
    // a list of what is nearer is nearer, but never as far as what is no list at all
    const farthest = Math.max(elementDistance(fromFirst, toFirst), elementDistance(fromSecond, toSecond));
    return { conversion: null, distance: 1 + farthest / 1000 };
}

function elementDistance(from: ApexType | undefined, to: ApexType | undefined): number {
    return from === undefined || to === undefined ? 0 : (assignment(from, to)?.distance ?? 1);
}

/** Element by element; a list of records may also be used as a list of any one record type, checked at run time. */
function elementAssignable(from: ApexType | undefined, to: ApexType | undefined): boolean {
    if (from === undefined || to === undefined) return from === to;
    if (from.kind === 'record' && to.kind === 'record')
        return from.key === to.key || from.info === null || to.info === null;
    return assignment(from, to) !== null;
}

function valueAssignable(from: ApexType | undefined, to: ApexType | undefined): boolean {
    return from !== undefined && to !== undefined && assignment(from, to) !== null;
}

/** As `assignment`, for arguments of methods: a Decimal does not become a Double on the way. */
export function argumentAssignment(from: ApexType, to: ApexType): Assignment | null {
    return from.key === 'system.decimal' && to.key === 'system.double' ? null : assignment(from, to);
}

/** Whether a list of the one would be read as a list of the other although their elements are represented differently. */
export function changesElementRepresentation(from: ApexType, to: ApexType): boolean {
    if (from.kind !== 'class' || to.kind !== 'class' || from.key === to.key) return false;
    const fromRank = NUMERIC[from.key];
    const toRank = NUMERIC[to.key];
    if (fromRank !== undefined && toRank !== undefined) return true;
    if (from.symbol !== to.symbol) return false;
    return from.arguments.some((argument, index) => {
        const other = to.arguments[index];
        return other !== undefined && changesElementRepresentation(argument, other);
    });
}

function inheritanceDistance(from: ClassType, to: ClassType): number {
    let distance = 0;
    for (let type: ApexType | null = from; type?.kind === 'class'; type = type.symbol.superclass) {
        if (type.symbol === to.symbol) return distance;
        distance++;
    }
    return distance + 2;
}

/** Whether `(to) value` may be written for a value of static type `from`. */
export function castable(from: ApexType, to: ApexType): boolean {
    if (assignment(from, to) !== null || assignment(to, from) !== null) return true;
    // Anything may be cast to an interface and back, even what can never implement it.
    if (isInterface(from) || isInterface(to)) return from.kind !== 'void' && to.kind !== 'void';
    if (from.kind === 'record' && to.kind === 'record') return from.info === null || to.info === null;
    if (from.kind !== 'class' || to.kind !== 'class') return false;
    if (isNumeric(from) && isNumeric(to)) return true;
    if (from.symbol !== to.symbol || from.symbol.key === 'system.set') return false;
    if (from.symbol.key === 'system.map' && from.arguments[0]?.key !== to.arguments[0]?.key) return false;
    return from.arguments.every((argument, index) => {
        const other = to.arguments[index];
        return other !== undefined && castable(argument, other);
    });
}

function isInterface(type: ApexType): boolean {
    return type.kind === 'class' && type.symbol.kind === 'interface';
}

/** The conversion of a number into a slot of static type Double that holds boxed values: a collection element. */
export function boxedDoubleFrom(from: ApexType): Conversion {
    if (from.key === 'system.decimal') return 'decimalToBoxedDouble';
    return from.key === 'system.long' ? 'longToBoxedDouble' : 'boxDouble';
}

export function isNumeric(type: ApexType): boolean {
    return type.key in NUMERIC;
}

/** The type that arithmetic on two numeric types has. */
export function widerNumeric(left: ApexType, right: ApexType): ApexType {
    return (NUMERIC[left.key] ?? 0) >= (NUMERIC[right.key] ?? 0) ? left : right;
}

export function isObject(type: ApexType): boolean {
    return type.kind === 'class' && type.symbol === objectSymbol;
}

export function isBoolean(type: ApexType): boolean {
    return type.key === 'system.boolean' || type.kind === 'null';
}

export function isIntegral(type: ApexType): boolean {
    return type.key === 'system.integer' || type.key === 'system.long';
}
