import { roundToScale } from '../../dml/checks/round-to-scale.ts';
import type { Compiled } from '../compiled.ts';
import { requireType, simple, special, type FormulaFunction } from './definition.ts';

/** Blank values are left out; with none left the result is blank. */
function extreme(name: 'MIN' | 'MAX', choose: (a: number, b: number) => number): FormulaFunction {
    return special(name, 1, Infinity, (values, position) => {
        for (const value of values) requireType('number', value, `function '${name}()'`, position);
        return {
            type: 'number',
            evaluate: (scope) => {
                const numbers = values
                    .map(({ evaluate }: Compiled) => evaluate(scope))
                    .filter((value) => typeof value === 'number');
                return numbers.length === 0 ? null : numbers.reduce((a, b) => choose(a, b));
            },
        };
    });
}

/** CEILING and FLOOR work on the amount, whatever the sign; MCEILING and MFLOOR on the number line. */
const awayFromZero = (value: number): number => Math.sign(value) * Math.ceil(Math.abs(value));

const one = (name: string, body: (value: number) => number): FormulaFunction =>
    simple(name, ['number'], 'number', body);

export const mathFunctions: readonly FormulaFunction[] = [
    extreme('MIN', Math.min),
    extreme('MAX', Math.max),
    simple('ROUND', ['number', 'number'], 'number', (value: number, places: number) =>
        roundToScale(value, Math.trunc(places)),
    ),
    simple(
        'TRUNC',
        ['number', 'number'],
        'number',
        (value: number, places = 0) => Math.trunc(value * 10 ** places) / 10 ** places,
        1,
    ),
    one('CEILING', awayFromZero),
    one('FLOOR', Math.trunc),
    one('MCEILING', Math.ceil),
    one('MFLOOR', Math.floor),
    one('ABS', Math.abs),
    one('SQRT', Math.sqrt),
    one('EXP', Math.exp),
    one('LN', Math.log),
    one('LOG', Math.log10),
    one('SIN', Math.sin),
    one('COS', Math.cos),
    one('TAN', Math.tan),
    one('ASIN', Math.asin),
    one('ACOS', Math.acos),
    one('ATAN', Math.atan),
    simple('ATAN2', ['number', 'number'], 'number', (y: number, x: number) => Math.atan2(y, x)),
    simple('PI', [], 'number', () => Math.PI),
    simple('MOD', ['number', 'number'], 'number', (value: number, divisor: number) =>
        divisor === 0 ? null : value - divisor * Math.floor(value / divisor),
    ),
];
