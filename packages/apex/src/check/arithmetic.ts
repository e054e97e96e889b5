import type { ApexType } from '../bind/types.ts';
import type { Expression, SourceSpan } from '../syntax/ast.ts';
import { setConversion } from './annotations.ts';
import type { BodyContext } from './context.ts';
import { assignment, isIntegral, isNumeric } from './conversions.ts';

/** Date plus days, Datetime plus days or a fraction of one, Time plus milliseconds. */
export function dateArithmetic(
    operator: string,
    left: ApexType,
    right: ApexType,
    { known }: BodyContext,
): ApexType | undefined {
    if (operator !== '+' && operator !== '-') return undefined;
    if (left === known.date && isIntegral(right)) return known.date;
    if (left === known.datetime && isNumeric(right) && right !== known.long) return known.datetime;
    if (left === known.time && isIntegral(right)) return known.time;
    return undefined;
}

/** Says what the right operand should have been; `*` and `/` are wrong for dates whatever stands there. */
export function reportArithmetic(
    at: SourceSpan,
    operator: string,
    left: ApexType,
    right: ApexType,
    context: BodyContext,
): void {
    const { known } = context;
    const wanted =
        left === known.date
            ? 'Date expressions must use Integer or Long'
            : left === known.datetime
              ? 'Date/time expressions must use Integer or Double or Decimal'
              : left === known.time
                ? 'Time expressions must use Integer or Long'
                : null;
    const fits = right === known.string || dateArithmetic('+', left, right, context) !== undefined;
    if (wanted !== null && !fits) context.error(at, wanted);
    const isSum = operator === '+' || operator === '-';
    if (wanted === null || fits || !isSum) context.error(at, 'Arithmetic expressions must use numeric arguments');
}

export function widen(expression: Expression, from: ApexType, to: ApexType): void {
    setConversion(expression, assignment(from, to)?.conversion ?? null);
}

/** An operand of a concatenation. */
export function widenText(expression: Expression, type: ApexType): void {
    if (type.key === 'system.double') setConversion(expression, 'boxDouble');
}

export function bitwiseSentence(operator: string): string {
    return `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`;
}

export function shiftSentence(operator: string): string {
    return `${operator} operation can only be applied to Integer or Long types`;
}
