import { throwApex } from '../exceptions.ts';

const LIMIT = /^\s*([^#<\u2264]*)([#<\u2264])([\s\S]*)$/;

/**
 * java.text.ChoiceFormat: `0#none|1#one|1<many` gives the text of the last limit that the number reaches, the first one
 * for numbers below all. `<` is reached above the limit only.
 */
export function choose(pattern: string, value: number): string {
    let chosen: string | null = null;
    for (const option of pattern.split('|')) {
        const [, number = '', relation, text = ''] = LIMIT.exec(option) ?? [];
        const limit = limitOf(number.trim());
        if (relation === undefined || limit === null) {
            throwApex('System.StringException', `Choice Pattern incorrect: ${pattern}`);
        }
        const reached = relation === '<' ? value > limit : value >= limit;
        if (chosen === null || reached) chosen = text;
        if (!reached) break;
    }
    return chosen ?? '';
}

function limitOf(text: string): number | null {
    if (text === '\u221e') return Infinity;
    if (text === '-\u221e') return -Infinity;
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
}
