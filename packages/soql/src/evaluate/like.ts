import { foldText } from './text.ts';

export type TextTest = (text: string) => boolean;

/**
 * LIKE: `%` is any text, `_` one character, a backslash takes the next character literally; in any case. Patterns that
 * are a fixed beginning, end or middle, as nearly all are, need no regular expression.
 */
export function likeTest(pattern: string): TextTest {
    const parts = parsePattern(pattern);
    const isPlain = parts.every((part) => part !== '_');
    const texts = parts.filter((part) => typeof part === 'object').map(({ text }) => text);
    const [first, last] = [parts[0], parts.at(-1)];
    if (isPlain && texts.length <= 1) {
        const text = texts[0] ?? '';
        const open = first === '%';
        const close = last === '%';
        if (open && close) return (value) => foldText(value).includes(text);
        if (open) return (value) => foldText(value).endsWith(text);
        if (close) return (value) => foldText(value).startsWith(text);
        return (value) => value.length === text.length && foldText(value) === text;
    }
    const source = parts.map((part) => (part === '%' ? '.*' : part === '_' ? '.' : escapeRegExp(part.text))).join('');
    const expression = new RegExp(`^${source}$`, 's');
    return (value) => expression.test(foldText(value));
}

/** The text that every match begins with; undefined when the pattern begins with a wildcard. */
export function likePrefix(pattern: string): string | undefined {
    const [first] = parsePattern(pattern);
    return typeof first === 'object' ? first.text : undefined;
}

type Part = '%' | '_' | { readonly text: string };

function parsePattern(pattern: string): Part[] {
    const parts: Part[] = [];
    let text = '';
    const flush = () => {
        if (text !== '') parts.push({ text: foldText(text) });
        text = '';
    };
    for (let at = 0; at < pattern.length; at++) {
        const character = pattern[at] as string;
        if (character === '\\' && at + 1 < pattern.length) {
            text += pattern[++at];
        } else if (character === '%' || character === '_') {
            flush();
            if (character === '_' || parts.at(-1) !== '%') parts.push(character);
        } else {
            text += character;
        }
    }
    flush();
    return parts;
}

function escapeRegExp(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
