import { throwApex } from '../exceptions.ts';
import type { Decimal } from './decimal.ts';

/** What stands for the separators of a pattern in a locale. */
export interface DecimalSymbols {
    readonly grouping: string;
    readonly decimal: string;
}

/** A pattern of java.text.DecimalFormat, taken apart. */
interface DecimalPattern {
    readonly prefix: string;
    readonly suffix: string;
    readonly negativePrefix: string;
    readonly negativeSuffix: string;
    /** Digits between separators; 0: none. */
    readonly groupSize: number;
    readonly minInteger: number;
    readonly minFraction: number;
    readonly maxFraction: number;
    /** The point is written even where nothing follows it. */
    readonly alwaysPoint: boolean;
    /** 0, 2 for percent, 3 for per mille. */
    readonly shift: number;
}

const cache = new Map<string, DecimalPattern>();

/**
 * Formats as java.text.DecimalFormat, halves to even.
 *
 * @throws System.IllegalArgumentException for a malformed pattern, and for patterns with an exponent, which are not supported
 */
export function formatWithPattern(value: Decimal, pattern: string, symbols: DecimalSymbols): string {
    let parsed = cache.get(pattern);
    if (parsed === undefined) cache.set(pattern, (parsed = parsePattern(pattern)));
    const { minInteger, minFraction, maxFraction, groupSize, shift } = parsed;
    const negative = value.signum() < 0;
    const shifted = value.abs().movePointRight(shift);
    const rounded = shifted.scale > maxFraction ? shifted.setScale(maxFraction, 'HALF_EVEN') : shifted;
    const [whole = '', fraction = ''] = rounded.toPlainString().split('.');
    const digits = whole.replace(/^0+/, '').padStart(minInteger, '0');
    const kept = fraction.replace(/0+$/, '').padEnd(minFraction, '0');
    const shown = groupSize === 0 ? digits : group(digits, groupSize, symbols.grouping);
    const integer = shown === '' && kept === '' ? '0' : shown;
    const number = integer + (kept === '' && !parsed.alwaysPoint ? '' : symbols.decimal + kept);
    return negative ? parsed.negativePrefix + number + parsed.negativeSuffix : parsed.prefix + number + parsed.suffix;
}

function group(digits: string, size: number, separator: string): string {
    const groups: string[] = [];
    for (let end = digits.length; end > 0; end -= size) groups.unshift(digits.slice(Math.max(end - size, 0), end));
    return groups.join(separator);
}

function parsePattern(pattern: string): DecimalPattern {
    const [positive, rest] = readAffix(pattern, 0);
    const body = /^[#0,.]*/.exec(pattern.slice(rest))?.[0] ?? '';
    const afterBody = rest + body.length;
    if (pattern[afterBody] === 'E') malformed(pattern, 'has an exponent, which is not supported');
    const [suffix, end] = readAffix(pattern, afterBody);
    let negativePrefix = `-${positive}`;
    let negativeSuffix = suffix;
    if (pattern[end] === ';') {
        const [prefix, start] = readAffix(pattern, end + 1);
        const negativeBody = /^[#0,.]*/.exec(pattern.slice(start))?.[0] ?? '';
        const [ending] = readAffix(pattern, start + negativeBody.length);
        negativePrefix = prefix;
        negativeSuffix = ending;
    } else if (end < pattern.length) {
        malformed(pattern, 'is malformed');
    }
    const affixes = positive + suffix;
    const shift = affixes.includes('%') ? 2 : affixes.includes('\u2030') ? 3 : 0;
    return { prefix: positive, suffix, negativePrefix, negativeSuffix, shift, ...parseBody(pattern, body) };
}

type Body = Pick<DecimalPattern, 'groupSize' | 'minInteger' | 'minFraction' | 'maxFraction' | 'alwaysPoint'>;

function parseBody(pattern: string, body: string): Body {
    const [integer = '', fraction = '', ...more] = body.split('.');
    const plain = integer.replaceAll(',', '');
    if (more.length > 0 || !/^#*0*$/.test(plain) || !/^0*#*$/.test(fraction) || integer.endsWith(',')) {
        malformed(pattern, 'is malformed');
    }
    const comma = integer.lastIndexOf(',');
    // Java gives a pattern of nothing but # one digit before the point, or behind it where there is none before.
    const hashes = body.includes('.') && !body.includes('0');
    const minInteger = plain.includes('0') ? plain.length - plain.indexOf('0') : hashes && plain !== '' ? 1 : 0;
    const minFraction = hashes && plain === '' ? 1 : (/^0*/.exec(fraction)?.[0].length ?? 0);
    return {
        groupSize: comma < 0 ? 0 : integer.length - comma - 1,
        minInteger,
        minFraction,
        maxFraction: fraction.length,
        alwaysPoint: body.includes('.') && (plain === '' || fraction === ''),
    };
}

/** Text before or after the digits; quotes take it literally. @returns the text, and where it ends */
function readAffix(pattern: string, start: number): [string, number] {
    let text = '';
    let quoted = false;
    let at = start;
    for (; at < pattern.length; at++) {
        const character = pattern[at] as string;
        if (character === "'") {
            if (pattern[at + 1] === "'") {
                text += "'";
                at++;
            } else {
                quoted = !quoted;
            }
        } else if (!quoted && /[#0,.;E]/.test(character)) {
            if (character !== 'E' || /[#0.]/.test(pattern[at - 1] ?? '')) break;
            text += character;
        } else {
            text += character === '\u00a4' && !quoted ? '$' : character;
        }
    }
    return [text, at];
}

function malformed(pattern: string, problem: string): never {
    throwApex('System.IllegalArgumentException', `The number pattern "${pattern}" ${problem}`);
}
