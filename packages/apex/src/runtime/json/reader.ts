import { throwApex } from '../exceptions/throw.ts';

/** Constants of `System.JSONToken` that a reader produces. */
export type JsonToken =
    | 'START_OBJECT'
    | 'END_OBJECT'
    | 'START_ARRAY'
    | 'END_ARRAY'
    | 'FIELD_NAME'
    | 'VALUE_STRING'
    | 'VALUE_NUMBER_INT'
    | 'VALUE_NUMBER_FLOAT'
    | 'VALUE_TRUE'
    | 'VALUE_FALSE'
    | 'VALUE_NULL';

interface Scope {
    readonly kind: 'object' | 'array';
    /** Offset of its opening mark. */
    readonly start: number;
    /** Of the member being read; null in arrays. */
    name: string | null;
    /** What the grammar allows next. */
    expects: 'first' | 'value' | 'separator';
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WHITE = /[ \t\r\n]*/y;
const LITERALS = { true: 'VALUE_TRUE', false: 'VALUE_FALSE', null: 'VALUE_NULL' } as const;
const ESCAPES: Readonly<Record<string, string>> = {
    '"': '"',
    '\\': '\\',
    '/': '/',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
};

/**
 * A pull parser of JSON text: each `next()` is one token. JSON.deserialize, deserializeUntyped and JSONParser all read
 * through it, so that they agree about what is malformed.
 *
 * Error texts are the platform's, which are those of the Java library it uses; positions are `[line:1, column:3]`.
 */
export class JsonReader {
    private readonly text: string;
    private position = 0;
    private readonly scopes: Scope[] = [];
    /** null before the first token and after the last. */
    token: JsonToken | null = null;
    /** Of names and strings the unescaped text, of numbers and literals as written, of marks the character. */
    value = '';

    constructor(text: string) {
        this.text = text;
    }

    /** Name of the member whose name or value is the current token. */
    get name(): string | null {
        const inner = this.scopes.at(-1);
        if (this.token === 'START_OBJECT' || this.token === 'START_ARRAY') return this.scopes.at(-2)?.name ?? null;
        return inner?.name ?? null;
    }

    /** @returns null at the end of the text */
    next(): JsonToken | null {
        this.skipWhite();
        const scope = this.scopes.at(-1);
        if (scope === undefined) {
            if (this.position >= this.text.length) return this.end();
            return this.readValue();
        }
        if (this.position >= this.text.length) this.failAtEnd(scope);
        return scope.kind === 'object' ? this.nextInObject(scope) : this.nextInArray(scope);
    }

    /** Leaves the object or array that the current token starts; other tokens are left as they are. */
    skipChildren(): void {
        if (this.token !== 'START_OBJECT' && this.token !== 'START_ARRAY') return;
        const depth = this.scopes.length;
        while (this.scopes.length >= depth) this.next();
    }

    /** `[line:1, column:3]`; worked out when asked for, since errors alone need it. */
    location(position = this.position): string {
        const before = this.text.slice(0, position);
        const line = before.split('\n').length;
        return `[line:${line}, column:${position - before.lastIndexOf('\n')}]`;
    }

    fail(message: string): never {
        throwApex('System.JSONException', `${message} at ${this.location()}`);
    }

    private end(): null {
        this.token = null;
        this.value = '';
        return null;
    }

    private nextInObject(scope: Scope): JsonToken {
        if (scope.expects === 'value') {
            scope.expects = 'separator';
            return this.readValue();
        }
        if (this.text[this.position] === '}') return this.close('END_OBJECT');
        if (scope.expects === 'separator') this.expectComma('Object');
        if (this.text[this.position] !== '"') this.failUnexpected('was expecting double-quote to start field name');
        scope.name = this.readString();
        this.skipWhite();
        if (this.text[this.position] !== ':') {
            this.failUnexpected('was expecting a colon to separate field name and value');
        }
        this.position++;
        scope.expects = 'value';
        return this.found('FIELD_NAME', scope.name);
    }

    private nextInArray(scope: Scope): JsonToken {
        if (this.text[this.position] === ']') return this.close('END_ARRAY');
        if (scope.expects === 'separator') this.expectComma('ARRAY');
        scope.expects = 'separator';
        return this.readValue();
    }

    private expectComma(container: 'Object' | 'ARRAY'): void {
        if (this.text[this.position] !== ',') {
            this.failUnexpected(`was expecting comma to separate ${container} entries`);
        }
        this.position++;
        this.skipWhite();
    }

    private readValue(): JsonToken {
        const character = this.text[this.position];
        switch (character) {
            case '{':
                return this.open('object', 'START_OBJECT', character);
            case '[':
                return this.open('array', 'START_ARRAY', character);
            case '"':
                return this.found('VALUE_STRING', this.readString());
            default:
                return this.readNumber() ?? this.readLiteral();
        }
    }

    private readNumber(): JsonToken | null {
        NUMBER.lastIndex = this.position;
        const match = NUMBER.exec(this.text);
        if (match === null) return null;
        this.position = NUMBER.lastIndex;
        const isFloat = match[1] !== undefined || match[2] !== undefined;
        return this.found(isFloat ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', match[0]);
    }

    private readLiteral(): JsonToken {
        const word = /^[A-Za-z_$][\w$]*/.exec(this.text.slice(this.position, this.position + 64))?.[0];
        if (word === undefined) {
            this.failUnexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
        }
        if (!(word in LITERALS))
            this.fail(`Unrecognized token '${word}': was expecting 'null', 'true', 'false' or NaN`);
        this.position += word.length;
        return this.found(LITERALS[word as keyof typeof LITERALS], word);
    }

    private readString(): string {
        let from = ++this.position;
        let read = '';
        for (;;) {
            const character = this.text[this.position];
            if (character === undefined)
                this.fail('Unexpected end-of-input: was expecting closing quote for a string value');
            if (character === '"') break;
            if (character < ' ') {
                this.fail(
                    `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): ` +
                        'has to be escaped using backslash to be included in string value',
                );
            }
            if (character !== '\\') {
                this.position++;
                continue;
            }
            read += this.text.slice(from, this.position) + this.readEscape();
            from = this.position;
        }
        read += this.text.slice(from, this.position);
        this.position++;
        return read;
    }

    private readEscape(): string {
        const character = this.text[this.position + 1] ?? '';
        if (character === 'u') {
            const digits = this.text.slice(this.position + 2, this.position + 6);
            if (!/^[0-9A-Fa-f]{4}$/.test(digits)) {
                this.position += 2;
                this.failUnexpected('expected a hex-digit for character escape sequence');
            }
            this.position += 6;
            return String.fromCharCode(Number.parseInt(digits, 16));
        }
        const escaped = ESCAPES[character];
        if (escaped === undefined)
            this.fail(`Unrecognized character escape '${character}' (code ${character.charCodeAt(0)})`);
        this.position += 2;
        return escaped;
    }

    private open(kind: Scope['kind'], token: JsonToken, character: string): JsonToken {
        this.scopes.push({ kind, start: this.position, name: null, expects: 'first' });
        this.position++;
        return this.found(token, character);
    }

    private close(token: JsonToken): JsonToken {
        this.scopes.pop();
        this.position++;
        return this.found(token, token === 'END_OBJECT' ? '}' : ']');
    }

    private found(token: JsonToken, value: string): JsonToken {
        this.token = token;
        this.value = value;
        return token;
    }

    private skipWhite(): void {
        WHITE.lastIndex = this.position;
        WHITE.exec(this.text);
        this.position = WHITE.lastIndex;
    }

    private failAtEnd(scope: Scope): never {
        const marker = scope.kind === 'object' ? 'OBJECT' : 'ARRAY';
        this.fail(`Unexpected end-of-input: expected close marker for ${marker} (from ${this.location(scope.start)})`);
    }

    private failUnexpected(expected: string): never {
        const character = this.text[this.position];
        if (character === undefined) this.fail('Unexpected end-of-input');
        this.position++;
        this.fail(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expected}`);
    }
}
