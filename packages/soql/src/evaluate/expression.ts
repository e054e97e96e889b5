import { nameFieldOf } from '../check/name-object.ts';
import { isPolymorphic } from '../check/resolve-path.ts';
import type {
    DistanceExpression,
    FunctionExpression,
    ResolvedExpression,
    ResolvedPath,
    Step,
} from '../check/resolved.ts';
import type { SoqlFieldType, SoqlField, SoqlObject } from '../schema.ts';
import type { StoredRow } from '../source.ts';
import { millisecondsPerDay } from './calendar.ts';
import { dateFunction } from './date-functions.ts';
import type { DateFunction } from './date-functions.ts';
import { distance } from './distance.ts';
import type { Compiled, Execution, Reader } from './execution.ts';
import { formatterOf } from './format-value.ts';
import { TimeZone } from './time-zone.ts';

/** How the expressions are read that are there already when functions are applied: the keys and aggregates of a group. */
export type Known = (expression: ResolvedExpression) => Compiled<Reader> | undefined;

const nothingKnown: Known = () => undefined;

/** Compiles an expression of single rows, or of groups where `known` reads what is grouped and aggregated. */
export function compileExpression(expression: ResolvedExpression, known: Known = nothingKnown): Compiled<Reader> {
    const reader = known(expression);
    if (reader !== undefined) return reader;
    switch (expression.kind) {
        case 'field':
            return compilePath(expression.path);
        case 'distance':
            return compileDistance(expression);
        case 'function':
            return compileFunction(expression, compileExpression(expression.argument, known));
        case 'aggregate':
        case 'grouping':
            throw new Error(`${expression.key} cannot be read from one row`);
    }
}

function compilePath({ steps, object, field, name, isType }: ResolvedPath): Compiled<Reader> {
    if (steps.length === 0) return fieldReader(object, field);
    const last = steps.at(-1) as Step;
    // The field of each possible target: they may keep it in different slots.
    const fields = new Map(last.targets.map((target) => [target, nameFieldOf(target, name)]));
    const isBoolean = field.type === 'boolean';
    return (execution) => {
        const readers = new Map<SoqlObject, Reader>();
        for (const [target, own] of fields)
            if (own !== undefined) readers.set(target, fieldReader(target, own)(execution));
        return (row) => {
            const parent = followSteps(row, steps, execution);
            // The boolean field of a missing parent is false, any other field null.
            if (parent === undefined) return isBoolean ? false : null;
            if (isType) return parent.object.name;
            return readers.get(parent.object)?.(parent.row) ?? null;
        };
    };
}

function fieldReader(object: SoqlObject, { slot, formula, type }: SoqlField): Compiled<Reader> {
    if (formula)
        return ({ environment }) =>
            (row) =>
                environment.formula(object, slot, row);
    if (type === 'boolean') return () => (row) => row[slot] ?? false;
    return () => (row) => row[slot];
}

function followSteps(
    row: StoredRow,
    steps: readonly Step[],
    execution: Execution,
): { object: SoqlObject; row: StoredRow } | undefined {
    let current: StoredRow = row;
    let object: SoqlObject | undefined;
    for (const step of steps) {
        const id = current[step.reference.slot];
        if (typeof id !== 'string') return undefined;
        object = targetOf(step, id);
        const parent = object && execution.source.byId(object, id);
        if (parent === undefined) return undefined;
        current = parent;
    }
    return object && { object, row: current };
}

/** The object that an id belongs to, by its key prefix. */
export function targetOf(step: Pick<Step, 'targets' | 'reference'>, id: string): SoqlObject | undefined {
    if (!isPolymorphic(step)) return step.targets[0];
    return step.targets.find(({ keyPrefix }) => keyPrefix !== null && id.startsWith(keyPrefix));
}

function compileDistance({ latitude, longitude, from, unit }: DistanceExpression): Compiled<Reader> {
    const compiledLatitude = compilePath(latitude);
    const compiledLongitude = compilePath(longitude);
    return (execution) => {
        const readLatitude = compiledLatitude(execution);
        const readLongitude = compiledLongitude(execution);
        const fromLatitude = execution.number(from[0]);
        const fromLongitude = execution.number(from[1]);
        return (row) => {
            const toLatitude = readLatitude(row);
            const toLongitude = readLongitude(row);
            if (typeof toLatitude !== 'number' || typeof toLongitude !== 'number') return null;
            if (fromLatitude === null || fromLongitude === null) return null;
            return distance(fromLatitude, fromLongitude, toLatitude, toLongitude, unit);
        };
    };
}

function compileFunction(
    { function: name, argument }: FunctionExpression,
    compiled: Compiled<Reader>,
): Compiled<Reader> {
    switch (name) {
        case 'TOLABEL':
            return compileLabel(argument, compiled);
        case 'FORMAT':
            return compileFormat(argument, compiled);
        case 'CONVERTCURRENCY':
            return compileCurrency(argument, compiled);
        case 'CONVERTTIMEZONE':
            return compileLocalTime(compiled);
        default:
            return compileDateFunction(name, argument.type, compiled);
    }
}

/** convertTimezone answers the wall clock of the user's zone; it stands inside of date functions only. */
function compileLocalTime(compiled: Compiled<Reader>): Compiled<Reader> {
    return (execution) => {
        const read = compiled(execution);
        const zone = TimeZone.of(execution.environment.timeZone);
        return (row) => {
            const value = read(row);
            return typeof value === 'number' ? zone.toLocal(value) : null;
        };
    };
}

function compileDateFunction(name: DateFunction, type: SoqlFieldType, compiled: Compiled<Reader>): Compiled<Reader> {
    const scale = type === 'date' ? millisecondsPerDay : 1;
    return (execution) => {
        const read = compiled(execution);
        const { fiscalYearStartMonth } = execution.environment;
        return (row) => {
            const value = read(row);
            return typeof value === 'number' ? dateFunction(name, value * scale, fiscalYearStartMonth) : null;
        };
    };
}

function compileLabel(argument: ResolvedExpression, compiled: Compiled<Reader>): Compiled<Reader> {
    if (argument.kind !== 'field') return compiled;
    const { object, field } = argument.path;
    const labels = new Map(field.picklistValues.map(({ value, label }) => [value, label]));
    return (execution) => {
        const read = compiled(execution);
        const { environment } = execution;
        const translate = (value: string) => environment.label?.(object, field, value) ?? labels.get(value) ?? value;
        return (row) => {
            const value = read(row);
            if (typeof value !== 'string') return value;
            return field.type === 'multipicklist' ? value.split(';').map(translate).join(';') : translate(value);
        };
    };
}

function compileFormat(argument: ResolvedExpression, compiled: Compiled<Reader>): Compiled<Reader> {
    const field = fieldOfExpression(argument);
    return (execution) => {
        const read = compiled(execution);
        const { environment } = execution;
        const byLocale = formatterOf(argument.type, argument.type === 'int' ? 0 : (field?.scale ?? 0), environment);
        return (row) => {
            const value = read(row);
            if (value == null) return null;
            const isOfField = field !== undefined && argument.type === field.type;
            const asked = isOfField ? environment.formatValue?.(field, value) : undefined;
            return asked ?? byLocale(value);
        };
    };
}

export function fieldOfExpression(expression: ResolvedExpression): SoqlField | undefined {
    if (expression.kind === 'field') return expression.path.field;
    if (expression.kind === 'distance' || expression.argument === undefined) return undefined;
    return fieldOfExpression(expression.argument);
}

function compileCurrency(argument: ResolvedExpression, compiled: Compiled<Reader>): Compiled<Reader> {
    if (argument.kind !== 'field') return compiled;
    const { object, field } = argument.path;
    return (execution) => {
        const read = compiled(execution);
        const { environment } = execution;
        return (row) => {
            const value = read(row);
            if (typeof value !== 'number') return value;
            return environment.convertCurrency?.(object, field, row, value) ?? value;
        };
    };
}
