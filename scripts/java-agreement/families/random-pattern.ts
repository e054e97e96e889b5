import type { Random } from '../random.ts';

/** Patterns that use all of the notation, a malformed one now and then. */
export function randomPattern(random: Random): string {
    const flags = random.chance(0.1) ? `(?${random.text(1, 2, [...'imsduU'])})` : '';
    const pattern = flags + alternation(random, random.between(0, 3));
    return random.chance(0.03) ? damaged(random, pattern) : pattern;
}

function alternation(random: Random, depth: number): string {
    return random.many(1, random.chance(0.3) ? 3 : 1, () => sequence(random, depth)).join('|');
}

function sequence(random: Random, depth: number): string {
    return random.many(random.chance(0.1) ? 0 : 1, 4, () => quantified(random, depth)).join('');
}

function quantified(random: Random, depth: number): string {
    const text = atom(random, depth);
    if (!random.chance(0.35)) return text;
    const count = random.pick(['?', '*', '+', '{2}', '{1,}', '{0,2}', '{1,3}', '{0}']);
    return text + count + random.pick(['', '', '', '?', '+']);
}

function atom(random: Random, depth: number): string {
    const kind = random.next();
    if (depth > 0 && kind < 0.3) return group(random, depth - 1);
    if (kind < 0.4) return characterClass(random, 1);
    if (kind < 0.5) return random.pick(ESCAPES);
    if (kind < 0.56) return random.pick(['^', '$', '\\b', '\\B', '\\A', '\\z', '\\Z', '\\G']);
    if (kind < 0.6) return random.pick(['\\1', '\\2', '\\k<n>', '\\12']);
    if (kind < 0.68) return '.';
    return random.pick(CHARACTERS);
}

function group(random: Random, depth: number): string {
    const body = alternation(random, depth);
    const kind = random.next();
    if (kind < 0.45) return `(${body})`;
    if (kind < 0.65) return `(?:${body})`;
    if (kind < 0.7) return `(?<n>${body})`;
    if (kind < 0.77) return `(?=${body})`;
    if (kind < 0.83) return `(?!${body})`;
    if (kind < 0.88) return `(?<=${body})`;
    if (kind < 0.92) return `(?<!${body})`;
    if (kind < 0.96) return `(?>${body})`;
    return `(?${random.pick(['i', 's', 'm', '-i', 'x'])}:${body})`;
}

const CHARACTERS = ['a', 'a', 'a', 'b', 'b', 'c', 'A', '1', ' ', ',', 'é', '\u{1f600}', '-', '\\$', '\\(', ']', '}'];

const ESCAPES = [
    '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\h', '\\v', '\\H', '\\V', '\\R', '\\n', '\\t', '\\x41', '\\u0061', '\\x{61}',
    '\\061', '\\cJ', '\\e', '\\Qa.b\\E', '\\Q1\\E', '\\p{Lu}', '\\p{L}', '\\P{L}', '\\pN', '\\p{Alpha}', '\\p{Punct}', '\\p{IsAlphabetic}',
    '\\p{javaLowerCase}', '\\p{IsLatin}', '\\p{Upper}', '\\p{Lower}', '\\p{javaWhitespace}', '\\p{IsUppercase}', '\\p{gc=Ll}',
]; // prettier-ignore

function characterClass(random: Random, depth: number): string {
    const members = random.many(1, 3, () => member(random, depth)).join('');
    return `[${random.chance(0.25) ? '^' : ''}${members}]`;
}

function member(random: Random, depth: number): string {
    const kind = random.next();
    if (kind < 0.5) return random.pick(['a', 'b', 'c', 'A', '1', ' ', ',', 'é', '-', '^', '.', '$', '&', '\u{1f600}']);
    if (kind < 0.7) return random.pick(['a-c', 'A-Z', '0-9', 'b-z', 'à-ü', ' -~', 'Y-b']);
    if (kind < 0.85)
        return random.pick([
            '\\d',
            '\\w',
            '\\s',
            '\\D',
            '\\W',
            '\\p{L}',
            '\\P{Lu}',
            '\\n',
            '\\]',
            '\\\\',
            '\\-',
            '\\h',
        ]);
    if (depth === 0) return 'b';
    if (kind < 0.93) return characterClass(random, depth - 1);
    return `&&${random.chance(0.5) ? characterClass(random, depth - 1) : member(random, 0)}`;
}

/** One character more or less makes most patterns malformed, in every way that the parser has a message for. */
function damaged(random: Random, pattern: string): string {
    const at = random.between(0, pattern.length);
    if (random.chance(0.5)) return pattern.slice(0, at) + pattern.slice(at + 1);
    return pattern.slice(0, at) + random.pick([...'()[]{}*+?\\|^-&<>']) + pattern.slice(at);
}
