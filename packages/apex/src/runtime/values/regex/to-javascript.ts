import { measure } from './study.ts';
import type { Assertion, RegexNode, RepeatNode } from './syntax.ts';

/** A pattern said in JavaScript's notation (flag v), where both languages give every answer alike. */
export interface JavaScriptRegex {
    readonly source: string;
    /** It means the same on ASCII text only. */
    readonly asciiOnly: boolean;
    /** At most so many ways to match from one position of a text of `length`. */
    ways(length: number): number;
}

/**
 * Translates what is the same in Java and JavaScript. Left to the matcher of our own: back references (an unset group
 * matches in JavaScript), `\G`, possessive and atomic parts, groups inside of repetitions (JavaScript forgets them at
 * each iteration), repetitions of what may be empty, and repetitions that could take exponential time.
 *
 * @returns null where it is not
 */
export function toJavaScript(root: RegexNode): JavaScriptRegex | null {
    const translation = new Translation();
    const source = translation.translate(root);
    if (source === null) return null;
    return { source, asciiOnly: translation.asciiOnly, ways: (length) => countWays(root, length) };
}

const LINE_END = '[\\r\\u{85}\\u{2028}\\u{2029}]';
const TERMINATOR = '[\\n\\r\\u{85}\\u{2028}\\u{2029}]';

const ASSERTIONS: Readonly<Record<Assertion, string | null>> = {
    begin: '^',
    lineBegin: `(?:(?<![\\s\\S])|(?<=${TERMINATOR})(?<!\\r(?=\\n)))(?=[\\s\\S])`,
    unixLineBegin: '(?<![^\\n])(?=[\\s\\S])',
    end: `(?:$|(?=\\r\\n$)|(?<!\\r)(?=\\n$)|(?=${LINE_END}$))`,
    unixEnd: '(?=\\n?$)',
    lineEnd: `(?:$|(?<!\\r)(?=\\n)|(?=${LINE_END}))`,
    unixLineEnd: '(?=\\n|$)',
    veryEnd: '$',
    lastMatch: null,
    wordBoundary: '\\b',
    noWordBoundary: '\\B',
    unicodeWordBoundary: '\\b',
    noUnicodeWordBoundary: '\\B',
};

class Translation {
    asciiOnly = false;

    translate(node: RegexNode): string | null {
        switch (node.kind) {
            case 'set':
                return node.set.source === null ? null : `[${node.set.source}]`;
            case 'sequence':
                return this.all(node.items)?.join('') ?? null;
            case 'alternation': {
                const options = this.all(node.options.map((option) => option ?? { kind: 'sequence', items: [] }));
                return options === null ? null : `(?:${options.join('|')})`;
            }
            case 'group': {
                const body = this.translate(node.body);
                return body === null ? null : `${node.capture > 0 ? '(' : '(?:'}${body})`;
            }
            case 'repeat':
                return this.translateRepeat(node);
            case 'look': {
                if (hasCaptures(node.body)) return null;
                // Java's greatest length has overflowed, and it looks at other places.
                if (!node.ahead && measure(node.body).max < 0) return null;
                const body = this.translate(node.body);
                return body === null ? null : `(?${node.ahead ? '' : '<'}${node.negative ? '!' : '='}${body})`;
            }
            case 'assertion':
                if (/boundary/i.test(node.assertion)) this.asciiOnly = true;
                return ASSERTIONS[node.assertion];
            case 'lineBreak':
                return `(?:\\r\\n|[\\n-\\r\\u{85}\\u{2028}\\u{2029}])`;
            case 'atomic':
            case 'reference':
                return null;
        }
    }

    private all(nodes: readonly RegexNode[]): string[] | null {
        const sources: string[] = [];
        for (const node of nodes) {
            const source = this.translate(node);
            if (source === null) return null;
            sources.push(source);
        }
        return sources;
    }

    private translateRepeat({ body, min, max, mode }: RepeatNode): string | null {
        const once = measure(body);
        if (mode === 'possessive' || once.min <= 0 || body.kind === 'lineBreak') return null;
        if (max > 1 && (!once.deterministic || hasCaptures(body.kind === 'group' ? body.body : body))) return null;
        const source = this.translate(body);
        if (source === null) return null;
        const atom = body.kind === 'set' || body.kind === 'group' ? source : `(?:${source})`;
        const count = max === Infinity ? `{${min},}` : `{${min},${max}}`;
        return `${atom}${count}${mode === 'lazy' ? '?' : ''}`;
    }
}

function hasCaptures(node: RegexNode): boolean {
    switch (node.kind) {
        case 'sequence':
            return node.items.some(hasCaptures);
        case 'alternation':
            return node.options.some((option) => option !== null && hasCaptures(option));
        case 'group':
            return node.capture > 0 || hasCaptures(node.body);
        case 'repeat':
        case 'look':
        case 'atomic':
            return hasCaptures(node.body);
        default:
            return false;
    }
}

function countWays(node: RegexNode, length: number): number {
    switch (node.kind) {
        case 'sequence':
            return node.items.reduce((ways, item) => ways * countWays(item, length), 1);
        case 'alternation':
            return node.options.reduce((ways, option) => ways + (option === null ? 1 : countWays(option, length)), 0);
        case 'group':
        case 'look':
        case 'atomic':
            return countWays(node.body, length);
        case 'repeat':
            return countWays(node.body, length) * (Math.min(node.max, length) - Math.min(node.min, length) + 1);
        default:
            return 1;
    }
}
