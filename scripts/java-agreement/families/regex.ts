import { Regex } from '../../../packages/apex/src/runtime/values/regex/regex.ts';
import { RegexMatcher } from '../../../packages/apex/src/runtime/values/regex/regex-matcher.ts';
import {
    quoteReplacement,
    replaceAll,
    replaceFirst,
    ReplacementError,
} from '../../../packages/apex/src/runtime/values/regex/replacement.ts';
import { quotePattern } from '../../../packages/apex/src/runtime/values/regex/quoting.ts';
import { split } from '../../../packages/apex/src/runtime/values/regex/split.ts';
import { listText, type AgreementCase, type Family } from '../agreement-case.ts';
import type { Random } from '../random.ts';
import { randomPattern } from './random-pattern.ts';

const TEXT = [...'aaabbbcAB12_- .,\n', '\r\n', 'é', '\u0301', '\u2028', '\u{1f600}', '$', '(', '='];
const PLAIN_TEXT = [...'aaabbbccAB12 ,'];

/** Both engines are asked; they must say the same before they are compared with Java. */
function withBothEngines(pattern: string, text: string, ask: (matcher: RegexMatcher) => string): string {
    const regex = new Regex(pattern);
    const first = ask(new RegexMatcher(regex, text));
    const second = ask(new RegexMatcher(regex, text, true));
    return first === second ? first : `two answers: ${first} and ${second}`;
}

function describe(matcher: RegexMatcher): string {
    let text = '(';
    for (let group = 0; group <= matcher.groupCount; group++) {
        const { start, end } = matcher.groupSpan(group);
        text += `${start}-${end} `;
    }
    return `${text})`;
}

function findAll(matcher: RegexMatcher): string {
    let found = '';
    while (matcher.find()) found += describe(matcher);
    return `${found}${matcher.hitEnd}${matcher.requireEnd}`;
}

function attempt(matcher: RegexMatcher, matched: boolean): string {
    return `${matched}${matched ? describe(matcher) : ''}${matcher.hitEnd}${matcher.requireEnd}`;
}

type Operation = (random: Random, pattern: string, text: string) => AgreementCase;

const OPERATIONS: Readonly<Record<string, Operation>> = {
    find: (_random, pattern, text) => ({
        question: ['regex.find', pattern, text],
        answer: () => withBothEngines(pattern, text, findAll),
    }),
    matches: (_random, pattern, text) => ({
        question: ['regex.matches', pattern, text],
        answer: () => withBothEngines(pattern, text, (matcher) => attempt(matcher, matcher.matches())),
    }),
    lookingAt: (_random, pattern, text) => ({
        question: ['regex.lookingAt', pattern, text],
        answer: () => withBothEngines(pattern, text, (matcher) => attempt(matcher, matcher.lookingAt())),
    }),
    region: (random, pattern, text) => {
        const start = random.between(0, text.length);
        const end = random.between(start, text.length);
        const [anchoring, transparent] = [random.chance(0.5), random.chance(0.5)];
        return {
            question: [
                'regex.region',
                pattern,
                text,
                String(start),
                String(end),
                String(anchoring),
                String(transparent),
            ],
            answer: () => {
                const matcher = new RegexMatcher(new Regex(pattern), text);
                matcher.setRegion(start, end);
                matcher.anchoringBounds = anchoring;
                matcher.transparentBounds = transparent;
                return findAll(matcher);
            },
        };
    },
    split: (random, pattern, text) => {
        const limit = random.between(-1, 4);
        return {
            question: ['regex.split', pattern, text, String(limit)],
            answer: () => listText(split(new Regex(pattern), text, limit)),
        };
    },
    replaceAll: (random, pattern, text) => {
        const replacement = random.text(0, 4, ['x', '$0', '$1', '$2', '\\$', '\\\\', '-', '$', '\\', '${n}', '1']);
        return {
            question: ['regex.replaceAll', pattern, text, replacement],
            answer: () =>
                orRefused(() => withBothEngines(pattern, text, (matcher) => replaceAll(matcher, replacement))),
        };
    },
    replaceFirst: (random, pattern, text) => {
        const replacement = random.text(0, 3, ['x', '$0', '$1', '\\$', '-', '$2']);
        return {
            question: ['regex.replaceFirst', pattern, text, replacement],
            answer: () =>
                orRefused(() => withBothEngines(pattern, text, (matcher) => replaceFirst(matcher, replacement))),
        };
    },
    quote: (random) => {
        const text = random.text(0, 6, ['a', '\\E', '\\Q', '.', '$', '\\', '1', '\\E\\Q']);
        const quoted = random.chance(0.5) ? text : random.text(0, 6, ['a', '\\E', '.', '1']);
        return {
            question: ['regex.quote', quoted, text],
            answer: () => {
                const matcher = new RegexMatcher(new Regex(quotePattern(quoted)), text);
                return `${matcher.matches()}${quoteReplacement(text)}`;
            },
        };
    },
};

function orRefused(answer: () => string): string {
    try {
        return answer();
    } catch (error) {
        if (error instanceof ReplacementError) return '!replacement';
        throw error;
    }
}

export const regexFamily: Family = {
    name: 'regex',
    share: 0.25,
    newCase: (random) => {
        const text = random.text(0, random.chance(0.1) ? 40 : 12, random.chance(0.5) ? PLAIN_TEXT : TEXT);
        return random.pick(Object.values(OPERATIONS))(random, randomPattern(random), text);
    },
};
