import { ByteReader } from './byte-stream.ts';
import type { FieldForm, RecordShape } from './tree-shapes.ts';
import { KINDS } from './tree-shapes.ts';

type ReadRecord = (reader: TreeReader) => unknown;

/** Reads what `tree-codec.ts` writes. Its public methods are what the compiled readers below call. */
export class TreeReader {
    readonly #bytes: ByteReader;
    readonly #source: string;
    line = 1;
    column = 1;
    start = 0;
    end = 0;
    #lineStart = 0;
    #nextLineStart: number;

    constructor(bytes: Buffer, source: string) {
        this.#bytes = new ByteReader(bytes);
        this.#source = source;
        this.#nextLineStart = this.#lineAfter(0);
    }

    node(): unknown {
        const number = this.#bytes.number();
        if (number === 0) return null;
        this.place();
        return readersByKind[number - 1]?.(this);
    }

    nodes(): unknown[] {
        const list: unknown[] = [];
        for (let count = this.#bytes.number(); count > 0; count--) list.push(this.node());
        return list;
    }

    text(): string {
        return this.#bytes.text();
    }

    texts(): string[] {
        const list: string[] = [];
        for (let count = this.#bytes.number(); count > 0; count--) list.push(this.#bytes.text());
        return list;
    }

    number(): number {
        return this.#bytes.number();
    }

    flag(): boolean {
        return this.#bytes.number() === 1;
    }

    scalar(): string | boolean | null {
        const number = this.#bytes.number();
        if (number === 0) return null;
        return number < 3 ? number === 2 : this.#bytes.textOf(number - 3);
    }

    span(): unknown {
        this.place();
        return { line: this.line, column: this.column, start: this.start, end: this.end };
    }

    list(read: ReadRecord, placed: boolean): unknown[] {
        const list: unknown[] = [];
        for (let count = this.#bytes.number(); count > 0; count--) {
            if (placed) this.place();
            list.push(read(this));
        }
        return list;
    }

    record(read: ReadRecord, placed: boolean): unknown {
        if (!this.flag()) return null;
        if (placed) this.place();
        return read(this);
    }

    /** Sets the four fields of the next node's place. */
    place(): void {
        const distance = this.#bytes.number();
        this.start += distance & 1 ? -((distance + 1) >>> 1) : distance >>> 1;
        this.end = this.start + this.#bytes.number();
        while (this.start >= this.#nextLineStart) this.#forward();
        while (this.start < this.#lineStart) this.#back();
        this.column = this.start - this.#lineStart + 1;
    }

    #forward(): void {
        this.line++;
        this.#lineStart = this.#nextLineStart;
        this.#nextLineStart = this.#lineAfter(this.#lineStart);
    }

    #back(): void {
        this.line--;
        this.#nextLineStart = this.#lineStart;
        this.#lineStart = this.#lineStart < 2 ? 0 : this.#source.lastIndexOf('\n', this.#lineStart - 2) + 1;
    }

    #lineAfter(offset: number): number {
        const end = this.#source.indexOf('\n', offset);
        return end < 0 ? Infinity : end + 1;
    }
}

/**
 * A reader for one shape. It is compiled, so that each kind of node is made by one object literal: nodes then have the
 * layout that the builders give them, and reading takes a third of the time of setting field after field.
 */
function compileReader(kind: string | null, shape: RecordShape, placed: boolean): ReadRecord {
    const nested: ReadRecord[] = [];
    const properties: string[] = [];
    const marks: string[] = [];
    if (kind !== null) properties.push(`kind: ${JSON.stringify(kind)}`);
    if (placed) properties.push('line: r.line', 'column: r.column', 'start: r.start', 'end: r.end');
    for (const [name, form] of Object.entries(shape)) {
        if (form === 'mark') marks.push(`if (r.flag()) node.${name} = true;`);
        else properties.push(`${name}: ${callFor(form, nested)}`);
    }
    const body = `return (r) => { const node = { ${properties.join(', ')} }; ${marks.join(' ')} return node; };`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is made of the names in tree-shapes.ts alone
    const make = new Function('nested', body) as (nested: ReadRecord[]) => ReadRecord;
    return make(nested);
}

function callFor(form: Exclude<FieldForm, 'mark'>, nested: ReadRecord[]): string {
    if (typeof form === 'string') return `r.${form}()`;
    const index = nested.length;
    if ('list' in form) {
        nested.push(compileReader(null, form.list, form.placed));
        return `r.list(nested[${index}], ${form.placed})`;
    }
    nested.push(compileReader(null, form.record, form.placed));
    return `r.record(nested[${index}], ${form.placed})`;
}

const readersByKind: readonly ReadRecord[] = KINDS.map(({ kind, shape }) => compileReader(kind, shape, true));
