import type { StoredValue } from '../../store/stored-row.ts';
import { asText, type Compiled, type FormulaScope, type FormulaType } from '../compiled.ts';
import { FormulaError } from '../formula-error.ts';

export interface FormulaFunction {
    readonly name: string;
    /** Numbers of arguments it takes. */
    readonly minimum: number;
    readonly maximum: number;
    /** @throws FormulaError when an argument has the wrong type */
    compile(values: readonly Compiled[], position: number): Compiled;
}

export type ParameterType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'day' | 'any';

const TYPE_NAMES: Readonly<Record<FormulaType, string>> = {
    text: 'Text',
    picklist: 'Picklist',
    multipicklist: 'Multi-Select Picklist',
    number: 'Number',
    boolean: 'Boolean',
    date: 'Date',
    datetime: 'DateTime',
    time: 'Time',
    location: 'Location',
    null: 'null',
};

const PARAMETER_NAMES: Readonly<Record<ParameterType, string>> = {
    text: 'Text',
    number: 'Number',
    boolean: 'Boolean',
    date: 'Date',
    datetime: 'DateTime',
    time: 'Time',
    day: 'Date, DateTime',
    any: 'any type',
};

export function typeName(type: FormulaType): string {
    return TYPE_NAMES[type];
}

function accepts(parameter: ParameterType, type: FormulaType): boolean {
    if (type === 'null' || parameter === 'any') return true;
    return parameter === 'day' ? type === 'date' || type === 'datetime' : parameter === type;
}

export function requireType(parameter: ParameterType, value: Compiled, name: string, position: number): void {
    if (accepts(parameter, value.type)) return;
    const expected = PARAMETER_NAMES[parameter];
    if (value.type === 'picklist' || value.type === 'multipicklist') {
        throw new FormulaError(
            'WRONG_TYPE',
            `Field ${value.field?.name ?? ''} is a ${value.type === 'picklist' ? '' : 'multi-select '}picklist field. ` +
                'Picklist fields are only supported in certain functions.',
            position,
        );
    }
    throw new FormulaError(
        'WRONG_TYPE',
        `Incorrect parameter type for ${name}. Expected ${expected}, received ${typeName(value.type)}`,
        position,
    );
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parameter types are checked by the formula compiler
type Body = (...values: any[]) => StoredValue;

/**
 * A function of values. Blank text reaches it as ''; a blank value of any other kind makes the result blank.
 *
 * @param optional how many of the last parameters may be left out
 */
export function simple(
    name: string,
    parameters: readonly ParameterType[],
    result: FormulaType,
    body: Body,
    optional = 0,
): FormulaFunction {
    return {
        name,
        minimum: parameters.length - optional,
        maximum: parameters.length,
        compile(values, position) {
            values.forEach((value, index) =>
                requireType(parameters[index] as ParameterType, value, `function '${name}()'`, position),
            );
            return { type: result, evaluate: (scope) => apply(values, parameters, body, scope) };
        },
    };
}

function apply(
    values: readonly Compiled[],
    parameters: readonly ParameterType[],
    body: Body,
    scope: FormulaScope,
): StoredValue {
    const evaluated: StoredValue[] = [];
    for (const [index, { evaluate }] of values.entries()) {
        const value = evaluate(scope) ?? null;
        if (parameters[index] === 'text') evaluated.push(asText(value));
        else if (value === null) return null;
        else evaluated.push(value);
    }
    const result = body(...evaluated);
    return typeof result === 'number' && !Number.isFinite(result) ? null : result;
}

/** A function that must see more than values: types, fields, or arguments that are not always evaluated. */
export function special(
    name: string,
    minimum: number,
    maximum: number,
    compile: FormulaFunction['compile'],
): FormulaFunction {
    return { name, minimum, maximum, compile };
}

/** The type that the branches of IF and CASE have in common. */
export function commonType(values: readonly Compiled[], name: string, position: number): FormulaType {
    const types = [...new Set(values.map(({ type }) => (type === 'picklist' ? 'text' : type)))].filter(
        (type) => type !== 'null',
    );
    const [first, second] = types;
    if (second !== undefined) {
        const [expected, received] = [typeName(first as FormulaType), typeName(second)];
        throw new FormulaError(
            'WRONG_TYPE',
            `Incorrect parameter type for function '${name}()'. Expected ${expected}, received ${received}`,
            position,
        );
    }
    return first ?? 'null';
}
