import { FormulaError } from './formula-error.ts';

export interface Token {
    readonly kind: 'text' | 'number' | 'name' | 'operator' | 'end';
    /** Operators as written; names with their dots; text without quotes and escapes. */
    readonly text: string;
    readonly position: number;
}

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
/** `Account.Owner.Name`, `Owner:User.Email`, `$User.Id`, `$Label.ns.Name`. */
const NAME = /[$A-Za-z_][\w]*(?:[.:][$A-Za-z_][\w]*)*/y;
const OPERATOR = /&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>!(),]/y;
const BLANK = /(?:\s|\/\*[\s\S]*?\*\/)+/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

export function tokenize(source: string): Token[] {
    const tokens: Token[] = [];
    let position = 0;
    const match = (pattern: RegExp): string | undefined => {
        pattern.lastIndex = position;
        return pattern.exec(source)?.[0];
    };
    while (position < source.length) {
        const blank = match(BLANK);
        if (blank !== undefined) {
            position += blank.length;
            continue;
        }
        const character = source[position] as string;
        if (character === '"' || character === "'") {
            const { text, end } = readText(source, position);
            tokens.push({ kind: 'text', text, position });
            position = end;
            continue;
        }
        const number = match(NUMBER);
        const name = number === undefined ? match(NAME) : undefined;
        const operator = number === undefined && name === undefined ? match(OPERATOR) : undefined;
        const text = number ?? name ?? operator;
        if (text === undefined) throw new FormulaError('SYNTAX', `Syntax error. Found '${character}'`, position);
        tokens.push({
            kind: number !== undefined ? 'number' : name !== undefined ? 'name' : 'operator',
            text,
            position,
        });
        position += text.length;
    }
    tokens.push({ kind: 'end', text: '', position });
    return tokens;
}

function readText(source: string, start: number): { text: string; end: number } {
    const quote = source[start] as string;
    let text = '';
    for (let index = start + 1; index < source.length; index++) {
        const character = source[index] as string;
        if (character === quote) return { text, end: index + 1 };
        if (character === '\\' && index + 1 < source.length) {
            const escaped = source[++index] as string;
            text += ESCAPES[escaped] ?? escaped;
        } else text += character;
    }
    throw new FormulaError('SYNTAX', 'Syntax error. Missing closing quotation mark', start);
}
