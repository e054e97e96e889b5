/**
 * JSON text, compact or in the platform's pretty form: two blanks for each enclosing object, ` : ` after names, arrays on
 * one line (`[ 1, 2 ]`), `{ }` and `[ ]` for empty ones.
 */
export class JsonWriter {
    private text = '';
    private readonly pretty: boolean;
    private readonly scopes: { readonly kind: 'object' | 'array'; count: number }[] = [];
    /** A name was written and its value was not yet. */
    private named = false;

    constructor(pretty: boolean) {
        this.pretty = pretty;
    }

    get depth(): number {
        return this.scopes.length;
    }

    /** Kind of the innermost open container; null at the top. */
    get container(): 'object' | 'array' | null {
        return this.scopes.at(-1)?.kind ?? null;
    }

    get expectsName(): boolean {
        return this.container === 'object' && !this.named;
    }

    startObject(): void {
        this.beforeValue();
        this.text += '{';
        this.scopes.push({ kind: 'object', count: 0 });
    }

    endObject(): void {
        const scope = this.scopes.pop();
        if (this.pretty) this.text += scope?.count === 0 ? ' ' : this.newLine();
        this.text += '}';
    }

    startArray(): void {
        this.beforeValue();
        this.text += '[';
        this.scopes.push({ kind: 'array', count: 0 });
    }

    endArray(): void {
        this.scopes.pop();
        this.text += this.pretty ? ' ]' : ']';
    }

    fieldName(name: string): void {
        const scope = this.scopes.at(-1);
        if (scope !== undefined && scope.count++ > 0) this.text += ',';
        if (this.pretty) this.text += this.newLine();
        this.text += quote(name) + (this.pretty ? ' : ' : ':');
        this.named = true;
    }

    string(value: string): void {
        this.raw(quote(value));
    }

    /** A number, `true`, `false`, `null`, or JSON text made elsewhere. */
    raw(value: string): void {
        this.beforeValue();
        this.text += value;
    }

    toString(): string {
        return this.text;
    }

    private beforeValue(): void {
        if (this.named) {
            this.named = false;
            return;
        }
        const scope = this.scopes.at(-1);
        if (scope === undefined) {
            // a second value at the top is separated as the platform does it
            if (this.text !== '') this.text += ' ';
            return;
        }
        if (scope.count++ > 0) this.text += ',';
        if (this.pretty) this.text += ' ';
    }

    /** Only objects indent: an array within an object stays on the line. */
    private newLine(): string {
        return `\n${'  '.repeat(this.scopes.filter((scope) => scope.kind === 'object').length)}`;
    }
}

/** As the platform escapes: control characters with capital hexadecimal digits, nothing else beyond JSON's own needs. */
export function quote(text: string): string {
    // eslint-disable-next-line no-control-regex -- control characters are what must be escaped
    return `"${text.replaceAll(/["\\\u0000-\u001f]/g, escape)}"`;
}

const SHORT: Readonly<Record<string, string>> = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};

function escape(character: string): string {
    return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
