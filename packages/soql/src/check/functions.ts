import type { SoqlFieldType } from '../schema.ts';
import { familyOf } from './families.ts';
import type { Family } from './families.ts';

export type AggregateFunction = 'COUNT' | 'COUNT_DISTINCT' | 'SUM' | 'AVG' | 'MIN' | 'MAX';

export const aggregateFunctions: ReadonlySet<string> = new Set<AggregateFunction>([
    'COUNT',
    'COUNT_DISTINCT',
    'SUM',
    'AVG',
    'MIN',
    'MAX',
]);

export type ScalarFunction = keyof typeof scalarFunctions;

interface Signature {
    readonly accepts: readonly Family[];
    readonly returns: SoqlFieldType;
}

const dateParts: Signature = { accepts: ['date', 'datetime'], returns: 'int' };

/** Functions of one argument. TOLABEL, FORMAT and CONVERTCURRENCY take fields; FORMAT takes aggregates too. */
export const scalarFunctions = {
    CALENDAR_MONTH: dateParts,
    CALENDAR_QUARTER: dateParts,
    CALENDAR_YEAR: dateParts,
    DAY_IN_MONTH: dateParts,
    DAY_IN_WEEK: dateParts,
    DAY_IN_YEAR: dateParts,
    WEEK_IN_MONTH: dateParts,
    WEEK_IN_YEAR: dateParts,
    FISCAL_MONTH: dateParts,
    FISCAL_QUARTER: dateParts,
    FISCAL_YEAR: dateParts,
    DAY_ONLY: { accepts: ['datetime'], returns: 'date' },
    HOUR_IN_DAY: { accepts: ['datetime'], returns: 'int' },
    CONVERTTIMEZONE: { accepts: ['datetime'], returns: 'datetime' },
    TOLABEL: { accepts: ['text', 'multipicklist'], returns: 'string' },
    FORMAT: { accepts: ['text', 'number', 'date', 'datetime', 'time'], returns: 'string' },
    CONVERTCURRENCY: { accepts: ['number'], returns: 'currency' },
} as const satisfies Record<string, Signature>;

/** Spelled as the documentation does, for sentences. */
export const functionSpelling: Readonly<Record<string, string>> = {
    CONVERTTIMEZONE: 'convertTimezone',
    TOLABEL: 'toLabel',
    CONVERTCURRENCY: 'convertCurrency',
};

/** Functions that take a date or datetime apart; only they may hold convertTimezone. */
export function isDateFunction(name: ScalarFunction): boolean {
    return (
        scalarFunctions[name].accepts.every((family) => family === 'date' || family === 'datetime') &&
        name !== 'CONVERTTIMEZONE'
    );
}

export function isScalarFunction(name: string): name is ScalarFunction {
    return Object.hasOwn(scalarFunctions, name);
}

export function acceptsType(name: ScalarFunction, type: SoqlFieldType): boolean {
    return (scalarFunctions[name].accepts as readonly Family[]).includes(familyOf(type));
}

/** COUNT and COUNT_DISTINCT count anything; SUM and AVG need numbers; MIN and MAX anything that has an order. */
export function aggregateAccepts(name: AggregateFunction, type: SoqlFieldType): boolean {
    const family = familyOf(type);
    if (name === 'SUM' || name === 'AVG') return family === 'number';
    if (name === 'MIN' || name === 'MAX')
        return family !== 'boolean' && family !== 'none' && family !== 'multipicklist';
    return family !== 'none';
}

export function aggregateType(name: AggregateFunction, argument: SoqlFieldType | undefined): SoqlFieldType {
    if (name === 'COUNT' || name === 'COUNT_DISTINCT') return 'int';
    if (name === 'AVG') return 'double';
    if (name === 'SUM') return argument === 'int' ? 'int' : 'double';
    return argument ?? 'double';
}
