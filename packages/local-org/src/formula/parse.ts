import type { BinaryOperator, Expression } from './ast.ts';
import { FormulaError } from './formula-error.ts';
import { tokenize, type Token } from './tokens.ts';

/** From weak to strong; operators of one line bind alike and from the left. */
const LEVELS: readonly (readonly string[])[] = [
    ['||'],
    ['&&'],
    ['=', '==', '<>', '!='],
    ['<', '<=', '>', '>='],
    ['&'],
    ['+', '-'],
    ['*', '/'],
    ['^'],
];

const SPELLINGS: Readonly<Record<string, BinaryOperator>> = { '==': '=', '!=': '<>' };

/** @throws FormulaError with the position of what was not expected */
export function parseFormula(source: string): Expression {
    const parser = new Parser(tokenize(source));
    const expression = parser.binary(0);
    parser.expectEnd();
    return expression;
}

class Parser {
    private readonly tokens: readonly Token[];
    private index = 0;

    constructor(tokens: readonly Token[]) {
        this.tokens = tokens;
    }

    binary(level: number): Expression {
        const operators = LEVELS[level];
        if (operators === undefined) return this.unary();
        let left = this.binary(level + 1);
        while (this.token.kind === 'operator' && operators.includes(this.token.text)) {
            const { text, position } = this.next();
            const operator = SPELLINGS[text] ?? (text as BinaryOperator);
            left = { kind: 'binary', operator, left, right: this.binary(level + 1), position };
        }
        return left;
    }

    expectEnd(): void {
        if (this.token.kind !== 'end') this.unexpected();
    }

    private unary(): Expression {
        const { kind, text, position } = this.token;
        if (kind === 'operator' && (text === '-' || text === '+' || text === '!')) {
            this.next();
            return { kind: 'unary', operator: text, value: this.unary(), position };
        }
        return this.primary();
    }

    private primary(): Expression {
        const { kind, text, position } = this.next();
        if (kind === 'number') return { kind: 'literal', value: Number(text), position };
        if (kind === 'text') return { kind: 'literal', value: text, position };
        if (kind === 'name') return this.name(text, position);
        if (kind === 'operator' && text === '(') {
            const inner = this.binary(0);
            this.expect(')');
            return inner;
        }
        this.index--;
        return this.unexpected();
    }

    private name(text: string, position: number): Expression {
        if (this.token.text === '(' && this.token.kind === 'operator') {
            return { kind: 'call', name: text.toUpperCase(), values: this.values(), position };
        }
        switch (text.toUpperCase()) {
            case 'TRUE':
                return { kind: 'literal', value: true, position };
            case 'FALSE':
                return { kind: 'literal', value: false, position };
            case 'NULL':
                return { kind: 'literal', value: null, position };
            default:
                return { kind: 'path', name: text, position };
        }
    }

    private values(): Expression[] {
        this.expect('(');
        const values: Expression[] = [];
        if (this.token.text !== ')' || this.token.kind !== 'operator') {
            values.push(this.binary(0));
            while (this.token.kind === 'operator' && this.token.text === ',') {
                this.next();
                values.push(this.binary(0));
            }
        }
        this.expect(')');
        return values;
    }

    private get token(): Token {
        return this.tokens[this.index] as Token;
    }

    private next(): Token {
        return this.tokens[this.index++] as Token;
    }

    private expect(text: string): void {
        const { token } = this;
        if (token.kind !== 'operator' || token.text !== text) this.unexpected(text);
        this.index++;
    }

    private unexpected(wanted?: string): never {
        const { kind, text, position } = this.token;
        const missing = wanted === undefined ? '' : `Missing '${wanted}'. `;
        throw new FormulaError(
            'SYNTAX',
            `Syntax error. ${missing}Found '${kind === 'end' ? '<EOF>' : text}'`,
            position,
        );
    }
}
