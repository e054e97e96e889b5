import { isBlank, type Compiled } from '../compiled.ts';
import { FormulaError } from '../formula-error.ts';
import { commonType, requireType, special, type FormulaFunction } from './definition.ts';
import { equalValues } from '../equal-values.ts';

const ifFunction = special('IF', 3, 3, ([test, whenTrue, whenFalse], position) => {
    const [condition, yes, no] = [test, whenTrue, whenFalse] as [Compiled, Compiled, Compiled];
    requireType('boolean', condition, "function 'IF()'", position);
    const type = commonType([yes, no], 'IF', position);
    return { type, evaluate: (scope) => (condition.evaluate(scope) === true ? yes : no).evaluate(scope) };
});

/** CASE(value, when, then, ..., otherwise): picklists are compared by their values. */
const caseFunction = special('CASE', 4, Infinity, (values, position) => {
    if (values.length % 2 !== 0)
        throw new FormulaError('WRONG_ARGUMENTS', "Incorrect number of parameters for function 'CASE()'.", position);
    const [subject, ...rest] = values as [Compiled, ...Compiled[]];
    const otherwise = rest.pop() as Compiled;
    const branches: { readonly when: Compiled; readonly then: Compiled }[] = [];
    for (let index = 0; index < rest.length; index += 2) {
        branches.push({ when: rest[index] as Compiled, then: rest[index + 1] as Compiled });
    }
    const type = commonType([...branches.map(({ then }) => then), otherwise], 'CASE', position);
    return {
        type,
        evaluate: (scope) => {
            const value = subject.evaluate(scope);
            const chosen = branches.find(({ when }) => equalValues(value, when.evaluate(scope), subject.type));
            return (chosen?.then ?? otherwise).evaluate(scope);
        },
    };
});

function allOf(name: 'AND' | 'OR', decides: boolean): FormulaFunction {
    return special(name, 1, Infinity, (values, position) => {
        for (const value of values) requireType('boolean', value, `function '${name}()'`, position);
        return {
            type: 'boolean',
            evaluate: (scope) =>
                values.some(({ evaluate }) => (evaluate(scope) === true) === decides) ? decides : !decides,
        };
    });
}

const not = special('NOT', 1, 1, ([value], position) => {
    const { evaluate } = value as Compiled;
    requireType('boolean', value as Compiled, "function 'NOT()'", position);
    return { type: 'boolean', evaluate: (scope) => evaluate(scope) !== true };
});

const isBlankFunction = special('ISBLANK', 1, 1, ([value]) => {
    const { evaluate } = value as Compiled;
    return { type: 'boolean', evaluate: (scope) => isBlank(evaluate(scope)) };
});

/** Text is never null (Salesforce Help, "ISNULL"). */
const isNull = special('ISNULL', 1, 1, ([value]) => {
    const { evaluate, type } = value as Compiled;
    return { type: 'boolean', evaluate: (scope) => type !== 'text' && isBlank(evaluate(scope)) };
});

const blankValue = special('BLANKVALUE', 2, 2, ([value, substitute], position) => {
    const [tested, other] = [value as Compiled, substitute as Compiled];
    const type = commonType([tested, other], 'BLANKVALUE', position);
    return {
        type,
        evaluate: (scope) => {
            const result = tested.evaluate(scope);
            return isBlank(result) ? other.evaluate(scope) : result;
        },
    };
});

const nullValue = special('NULLVALUE', 2, 2, ([value, substitute], position) => {
    const [tested, other] = [value as Compiled, substitute as Compiled];
    const type = commonType([tested, other], 'NULLVALUE', position);
    return {
        type,
        evaluate: (scope) => {
            const result = tested.evaluate(scope);
            return type !== 'text' && isBlank(result) ? other.evaluate(scope) : result;
        },
    };
});

export const logicalFunctions: readonly FormulaFunction[] = [
    ifFunction,
    caseFunction,
    allOf('AND', false),
    allOf('OR', true),
    not,
    isBlankFunction,
    isNull,
    blankValue,
    nullValue,
];
