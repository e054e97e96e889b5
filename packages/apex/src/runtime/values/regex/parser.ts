import { tabulated, type CharacterSet } from './character-set.ts';
import { parseClass, singletonIn } from './class-parser.ts';
import { readCharacterEscape } from './escape-reader.ts';
import { flagsOfLetter } from './flags.ts';
import { PatternReader } from './pattern-reader.ts';
import { allButLineTerminators, allButNewline, everything } from './predefined-sets.ts';
import { RegexUnsupportedError } from './regex-error.ts';
import { measure } from './study.ts';
import type { Assertion, RegexNode, RegexSyntax } from './syntax.ts';

/**
 * Parses what java.util.regex.Pattern accepts, with its reading of every oddity and its error messages.
 *
 * @throws RegexSyntaxError
 * @throws RegexUnsupportedError for Unicode blocks, `\X`, `\b{g}` and `\N{name}`
 */
export function parseRegex(pattern: string): RegexSyntax {
    return new Parser(pattern).parse();
}

const EMPTY: RegexNode = { kind: 'sequence', items: [] };
const LARGEST_COUNT = 0x7fffffff;

class Parser {
    private readonly reader: PatternReader;
    private groupCount = 0;
    private readonly groupNames = new Map<string, number>();
    private supplementary = false;
    private references = false;

    constructor(pattern: string) {
        this.reader = new PatternReader(pattern);
    }

    parse(): RegexSyntax {
        const { reader } = this;
        const root = this.parseAlternation();
        if (reader.peek() === 0x29) throw reader.error("Unmatched closing ')'");
        if (reader.isBeyondEnd) throw reader.error('Unexpected internal error');
        const { groupCount, groupNames, supplementary, references } = this;
        return { root, groupCount, groupNames, supplementary, references };
    }

    private parseAlternation(): RegexNode {
        const first = this.parseSequence();
        if (!this.reader.accept('|')) return first ?? EMPTY;
        const options = [first];
        do options.push(this.parseSequence());
        while (this.reader.accept('|'));
        return { kind: 'alternation', options };
    }

    /** null: empty. */
    private parseSequence(): RegexNode | null {
        const items: RegexNode[] = [];
        for (;;) {
            const code = this.reader.peek();
            if (code === 0 && this.reader.atEnd) break;
            const character = String.fromCodePoint(code);
            if (character === '|' || character === ')') break;
            const atom = this.parseAtom(character);
            if (atom !== null) items.push(this.parseQuantifier(atom));
        }
        if (items.length <= 1) return items[0] ?? null;
        return { kind: 'sequence', items };
    }

    /** null: flags were set, and there is nothing to match. */
    private parseAtom(character: string): RegexNode | null {
        const { reader } = this;
        const { flags } = reader;
        switch (character) {
            case '(':
                return this.parseGroup();
            case '[':
                return this.set(parseClass(reader));
            case '\\':
                reader.skip();
                return this.parseEscape();
            case '^':
                reader.skip();
                if (!flags.multiline) return assertion('begin');
                return assertion(flags.unixLines ? 'unixLineBegin' : 'lineBegin');
            case '$':
                reader.skip();
                if (flags.multiline) return assertion(flags.unixLines ? 'unixLineEnd' : 'lineEnd');
                return assertion(flags.unixLines ? 'unixEnd' : 'end');
            case '.':
                reader.skip();
                if (flags.dotAll) return dot(everything);
                return dot(flags.unixLines ? allButNewline : allButLineTerminators);
            case '?':
            case '*':
            case '+':
                reader.skip();
                reader.peek();
                throw reader.error(`Dangling meta character '${character}'`);
            case '{':
                // A count without anything before it counts nothing, or is no count.
                return EMPTY;
            default:
                return this.set(singletonIn(reader, reader.read()));
        }
    }

    private parseEscape(): RegexNode {
        const { reader } = this;
        const { flags } = reader;
        const letter = String.fromCodePoint(reader.readRaw());
        switch (letter) {
            case 'A':
                return assertion('begin');
            case 'B':
                return assertion(flags.unicodeClasses ? 'noUnicodeWordBoundary' : 'noWordBoundary');
            case 'G':
                return assertion('lastMatch');
            case 'R':
                return { kind: 'lineBreak' };
            case 'X':
                throw new RegexUnsupportedError('\\X', reader.pattern);
            case 'Z':
                return assertion(flags.unixLines ? 'unixEnd' : 'end');
            case 'b':
                if (reader.peekRaw() === 0x7b && reader.peekRaw(1) === 0x67) {
                    throw new RegexUnsupportedError('\\b{g}', reader.pattern);
                }
                return assertion(flags.unicodeClasses ? 'unicodeWordBoundary' : 'wordBoundary');
            case 'k':
                return this.parseNamedReference();
            case 'z':
                return assertion('veryEnd');
            default:
                break;
        }
        if (/[1-9]/.test(letter)) return this.parseReference(Number(letter));
        const member = readCharacterEscape(reader, letter);
        if (member === undefined) throw reader.error('Illegal/unsupported escape sequence');
        return this.set(typeof member === 'number' ? singletonIn(reader, member) : member);
    }

    /** More digits belong to the number while a group of that number was opened. */
    private parseReference(first: number): RegexNode {
        let group = first;
        for (;;) {
            const digit = this.reader.peek() - 0x30;
            if (digit < 0 || digit > 9 || group * 10 + digit > this.groupCount) break;
            group = group * 10 + digit;
            this.reader.skip();
        }
        return this.reference(group);
    }

    private parseNamedReference(): RegexNode {
        const { reader } = this;
        if (reader.read() !== 0x3c) throw reader.error("\\k is not followed by '<' for named capturing group");
        const name = this.readGroupName(reader.read());
        const group = this.groupNames.get(name);
        if (group === undefined) throw reader.error(`named capturing group <${name}> does not exist`);
        return this.reference(group);
    }

    private reference(group: number): RegexNode {
        const { caseInsensitive, unicodeCase } = this.reader.flags;
        this.references = true;
        return { kind: 'reference', group, fold: caseInsensitive ? (unicodeCase ? 'unicode' : 'ascii') : 'none' };
    }

    private readGroupName(first: number): string {
        const { reader } = this;
        let name = String.fromCodePoint(first);
        if (!/[A-Za-z]/.test(name)) throw reader.error('capturing group name does not start with a Latin letter');
        let next = String.fromCodePoint(reader.read());
        for (; /[A-Za-z0-9]/.test(next); next = String.fromCodePoint(reader.read())) name += next;
        if (next !== '>') throw reader.error("named capturing group is missing trailing '>'");
        return name;
    }

    /** Flags that are set inside of a group end with it. */
    private parseGroup(): RegexNode | null {
        const { reader } = this;
        const saved = { ...reader.flags };
        reader.skip();
        let group: RegexNode | null;
        if (reader.peek() === 0x3f) {
            reader.skip();
            group = this.parseSpecialGroup();
            if (group === null) return null;
        } else {
            group = this.parseCapture();
        }
        if (!reader.accept(')')) {
            reader.skip();
            throw reader.error('Unclosed group');
        }
        reader.flags = saved;
        return group;
    }

    private parseCapture(): RegexNode {
        const capture = ++this.groupCount;
        return { kind: 'group', capture, body: this.parseAlternation() };
    }

    /** After `(?`; null where only flags are set. */
    private parseSpecialGroup(): RegexNode | null {
        const { reader } = this;
        const character = String.fromCodePoint(reader.readRaw());
        switch (character) {
            case ':':
                return { kind: 'group', capture: 0, body: this.parseAlternation() };
            case '=':
            case '!':
                return this.look(true, character === '!', this.parseAlternation(), false);
            case '>':
                return { kind: 'atomic', body: this.parseAlternation() };
            case '<':
                return this.parseLookbehindOrName();
            case '$':
            case '@':
                throw reader.error('Unknown group type');
            default:
                reader.moveTo(reader.position - 1);
                return this.parseFlags();
        }
    }

    private parseLookbehindOrName(): RegexNode {
        const { reader } = this;
        const code = reader.read();
        if (code !== 0x3d && code !== 0x21) {
            const name = this.readGroupName(code);
            if (this.groupNames.has(name)) throw reader.error(`Named capturing group <${name}> is already defined`);
            this.groupNames.set(name, this.groupCount + 1);
            return this.parseCapture();
        }
        const start = reader.position;
        const body = this.parseAlternation();
        if (!measure(body).bounded) {
            throw reader.error('Look-behind group does not have an obvious maximum length');
        }
        return this.look(false, code === 0x21, body, reader.hasSupplementaryFrom(start));
    }

    private look(ahead: boolean, negative: boolean, body: RegexNode, supplementary: boolean): RegexNode {
        return { kind: 'look', ahead, negative, body, supplementary };
    }

    private parseFlags(): RegexNode | null {
        const { reader } = this;
        let value = true;
        for (;;) {
            const letter = String.fromCodePoint(reader.peek());
            const names = flagsOfLetter(letter);
            if (names !== undefined) {
                reader.skip();
                for (const name of names) reader.flags[name] = value;
            } else if (letter === '-' && value) {
                reader.skip();
                value = false;
            } else if (letter === 'c') {
                throw new RegexUnsupportedError('(?c)', reader.pattern);
            } else {
                break;
            }
        }
        const code = reader.read();
        if (code === 0x29) return null;
        if (code !== 0x3a) throw reader.error('Unknown inline modifier');
        return { kind: 'group', capture: 0, body: this.parseAlternation() };
    }

    private parseQuantifier(body: RegexNode): RegexNode {
        const { reader } = this;
        let min = 0;
        let max = Infinity;
        switch (String.fromCodePoint(reader.peek())) {
            case '?':
                max = 1;
                break;
            case '*':
                break;
            case '+':
                min = 1;
                break;
            case '{': {
                const code = reader.peekRaw(1);
                if (code < 0x30 || code > 0x39) {
                    reader.moveTo(reader.position + 2);
                    throw reader.error('Illegal repetition');
                }
                [min, max] = this.readCount();
                break;
            }
            default:
                return body;
        }
        reader.skip();
        const mode = reader.accept('?') ? 'lazy' : reader.accept('+') ? 'possessive' : 'greedy';
        return { kind: 'repeat', body, min, max, mode };
    }

    /** `{2}`, `{2,}`, `{2,5}`; the closing brace is left unread. */
    private readCount(): [number, number] {
        const { reader } = this;
        reader.skip();
        const min = this.readNumber();
        let max = min;
        if (reader.peekRaw() === 0x2c) {
            reader.skip();
            max = reader.peekRaw() === 0x7d ? Infinity : this.readNumber();
        }
        if (reader.peekRaw() !== 0x7d) {
            reader.skip();
            throw reader.error('Unclosed counted closure');
        }
        if (max < min) throw reader.error('Illegal repetition range');
        return [min, max];
    }

    private readNumber(): number {
        const { reader } = this;
        let value = 0;
        for (let digit = reader.peekRaw() - 0x30; digit >= 0 && digit <= 9; digit = reader.peekRaw() - 0x30) {
            value = value * 10 + digit;
            if (value > LARGEST_COUNT) throw reader.error('Illegal repetition range');
            reader.skip();
        }
        return value;
    }

    private set(set: CharacterSet): RegexNode {
        if (!set.bmp) this.supplementary = true;
        return { kind: 'set', set: tabulated(set) };
    }
}

/** The dot alone does not make Java mind surrogate pairs. */
function dot(set: CharacterSet): RegexNode {
    return { kind: 'set', set: tabulated(set) };
}

function assertion(name: Assertion): RegexNode {
    return { kind: 'assertion', assertion: name };
}
