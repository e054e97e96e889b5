import {
    ApexDate,
    ApexDatetime,
    ApexTime,
    boxDouble,
    type DynamicFormula,
    type FormulaRequest,
    newApexException,
} from '@sw-studio/apex/runtime';
import { toDecimal } from '../rows/apex-value.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { Expression } from './ast.ts';
import { compileFormula } from './compile.ts';
import type { Compiled, FormulaEnvironment, FormulaType } from './compiled.ts';
import { FormulaError } from './formula-error.ts';
import type { NameContext } from './name-context.ts';
import { parseFormula } from './parse.ts';
import { printDate, printDatetime, printNumber, printTime } from './print-value.ts';
import { MemoryNames } from './resolve-in-memory.ts';

/** What each `FormulaEval.FormulaReturnType` asks of a formula, and how its value becomes one of Apex. */
const RETURN_TYPES: Readonly<
    Record<string, { from: FormulaType; named: string; toApex(value: StoredValue): unknown }>
> = {
    BOOLEAN: { from: 'boolean', named: 'true or false', toApex: (value) => value === true },
    DATE: { from: 'date', named: 'Date', toApex: (value) => new ApexDate(value as number) },
    DATETIME: { from: 'datetime', named: 'Date/Time', toApex: (value) => new ApexDatetime(value as number) },
    DECIMAL: { from: 'number', named: 'Number', toApex: (value) => toDecimal(value as number, undefined) },
    DOUBLE: { from: 'number', named: 'Number', toApex: (value) => boxDouble(value as number) },
    ID: { from: 'text', named: 'Text', toApex: (value) => value },
    INTEGER: { from: 'number', named: 'Number', toApex: (value) => Math.trunc(value as number) | 0 },
    LONG: { from: 'number', named: 'Number', toApex: (value) => BigInt(Math.trunc(value as number)) },
    STRING: { from: 'text', named: 'Text', toApex: (value) => value },
    TIME: { from: 'time', named: 'Time', toApex: (value) => new ApexTime(value as number) },
};

/** The longest text of a formula field, which binds these formulas too (Apex Developer Guide, "Formula Evaluation in Apex"). */
const LONGEST = 3900;

/**
 * `FormulaEval.FormulaBuilder.build()`: a formula that is evaluated against a record or object in memory.
 *
 * @throws System.FormulaValidationException
 */
export function buildDynamicFormula(
    request: FormulaRequest,
    schema: OrgSchema,
    environment: FormulaEnvironment,
): DynamicFormula {
    const { context, returnType } = request;
    const wanted = RETURN_TYPES[returnType];
    const { compiled, referencedFields } = validated(() => compile(request, schema));
    if (wanted === undefined || (compiled.type !== 'null' && compiled.type !== wanted.from)) {
        throw invalid(
            `Formula result is data type (${compiled.type}), incompatible with expected data type (${wanted?.named ?? returnType}).`,
        );
    }
    const object = schema.require('Organization');
    return {
        referencedFields,
        evaluate(memory) {
            if (!context.isInstance(memory)) {
                throw newApexException(
                    'System.FormulaEvaluationException',
                    `The context of the formula must be of the type ${context.name}.`,
                );
            }
            const scope = { object, row: [], previous: null, isNew: false, environment, memory };
            const value = compiled.evaluate(scope) ?? null;
            return value === null || value === '' ? null : wanted.toApex(value);
        },
    };
}

interface Part {
    readonly compiled: Compiled;
    readonly referencedFields: readonly string[];
}

function compile(request: FormulaRequest, schema: OrgSchema): Part {
    const { text, template, context, blanksAsZero, globals } = request;
    if (text.length > LONGEST) throw new FormulaError('SYNTAX', `A formula has at most ${LONGEST} characters.`);
    if (context.kind === 'class' && (context as { visibility?: string }).visibility !== 'global')
        throw new FormulaError('UNSUPPORTED', `The class ${context.name} must be global to be the type of a formula.`);
    const names: NameContext = {
        schema,
        object: schema.require('Organization'),
        namespace: '',
        blanksAsZero,
        memory: new MemoryNames(context, schema, blanksAsZero),
    };
    const part = (source: string): Part => {
        const paths = pathsOf(parseFormula(source));
        for (const path of paths.filter((each) => each.startsWith('$'))) refuseGlobal(path, globals);
        return {
            compiled: compileFormula(source, names),
            referencedFields: paths.filter((each) => !each.startsWith('$')),
        };
    };
    return template ? merged(text, part) : part(text);
}

/** Text with merge fields: what stands between `{!` and `}` is printed into it. */
function merged(text: string, part: (source: string) => Part): Part {
    const pieces = text.split(/\{!([^}]*)\}/);
    const parts = pieces.map((piece, index) => (index % 2 === 0 ? piece : part(piece)));
    return {
        compiled: {
            type: 'text',
            evaluate: (scope) =>
                parts
                    .map((each) =>
                        typeof each === 'string' ? each : print(each.compiled, each.compiled.evaluate(scope)),
                    )
                    .join(''),
        },
        referencedFields: parts.flatMap((each) => (typeof each === 'string' ? [] : each.referencedFields)),
    };
}

function print({ type }: Compiled, value: StoredValue): string {
    if (value === null || value === undefined) return '';
    const printers: Partial<Record<FormulaType, (value: StoredValue) => StoredValue>> = {
        number: printNumber,
        date: printDate,
        datetime: printDatetime,
        time: printTime,
    };
    return String(printers[type]?.(value) ?? value);
}

function refuseGlobal(path: string, globals: readonly string[]): void {
    const global = path.slice(1).split('.')[0] ?? '';
    if (!globals.includes(global.toUpperCase()))
        throw new FormulaError('UNKNOWN_NAME', `Field ${path} does not exist. Check spelling.`);
}

function pathsOf(expression: Expression): string[] {
    switch (expression.kind) {
        case 'path':
            return [expression.name];
        case 'call':
            return expression.values.flatMap(pathsOf);
        case 'unary':
            return pathsOf(expression.value);
        case 'binary':
            return [...pathsOf(expression.left), ...pathsOf(expression.right)];
        case 'literal':
            return [];
    }
}

function validated<T>(work: () => T): T {
    try {
        return work();
    } catch (error) {
        if (error instanceof FormulaError) throw invalid(error.message);
        throw error;
    }
}

function invalid(message: string): Error {
    return newApexException('System.FormulaValidationException', message) as unknown as Error;
}
