import type { StoredValue } from '../source.ts';
import { foldText } from './text.ts';

/** INCLUDES: true when the field has all values of one of the operands (`'a;b'` needs both a and b). */
export function includesTest(operands: readonly StoredValue[]): (value: StoredValue) => boolean {
    const wanted = operands.flatMap((operand) => (typeof operand === 'string' ? [foldText(operand).split(';')] : []));
    const matchesNull = operands.some((operand) => operand == null);
    return (value) => {
        if (typeof value !== 'string') return matchesNull;
        const chosen = new Set(foldText(value).split(';'));
        return wanted.some((values) => values.every((one) => chosen.has(one)));
    };
}
