/**
 * The tree of one source as bytes, field after field in the order of `tree-shapes.ts`. Lines and columns are not
 * written: they follow from the offsets and the source.
 */

import type { SourceUnit } from './ast.ts';
import { ByteWriter } from './byte-stream.ts';
import { TreeReader } from './tree-reader.ts';
import type { FieldForm, RecordShape } from './tree-shapes.ts';
import { KINDS } from './tree-shapes.ts';

type Fields = Record<string, unknown>;

export function encodeTree(unit: SourceUnit): Buffer {
    const writer = new TreeWriter();
    writer.node(unit as unknown as Fields);
    return writer.bytes.finish();
}

/** `source` is the text that the tree was built from; `bytes` come from `encodeTree`, unharmed. */
export function decodeTree(bytes: Buffer, source: string): SourceUnit {
    return new TreeReader(bytes, source).node() as SourceUnit;
}

const numberOfKind = new Map(KINDS.map(({ kind }, index) => [kind, index + 1]));

class TreeWriter {
    readonly bytes = new ByteWriter();
    #start = 0;

    /** 0 where there is none; else the number of its kind, its place and its fields. */
    node(node: Fields | null): void {
        if (node === null) return this.bytes.number(0);
        const number = numberOfKind.get(node['kind'] as string) ?? 0;
        this.bytes.number(number);
        this.#place(node);
        this.#fields(node, KINDS[number - 1]?.shape ?? {});
    }

    /** The beginning as the distance from the one before, with the sign in the lowest bit; then the length. */
    #place(span: Fields): void {
        const { start, end } = span as { start: number; end: number };
        const distance = start - this.#start;
        this.bytes.number(distance < 0 ? -2 * distance - 1 : 2 * distance);
        this.bytes.number(end - start);
        this.#start = start;
    }

    #fields(record: Fields, shape: RecordShape): void {
        for (const [name, form] of Object.entries(shape)) this.#field(record[name], form);
    }

    #field(value: unknown, form: FieldForm): void {
        switch (form) {
            case 'node':
                return this.node(value as Fields | null);
            case 'nodes':
                return this.#list(value as Fields[], (node) => this.node(node));
            case 'text':
                return this.bytes.text(value as string);
            case 'texts':
                return this.#list(value as string[], (text) => this.bytes.text(text));
            case 'number':
                return this.bytes.number(value as number);
            case 'flag':
            case 'mark':
                return this.bytes.number(value ? 1 : 0);
            case 'scalar':
                return this.#scalar(value as string | boolean | null);
            case 'span':
                return this.#place(value as Fields);
            default:
                return this.#records(value as Fields | Fields[] | null, form);
        }
    }

    #records(value: Fields | Fields[] | null, form: Exclude<FieldForm, string>): void {
        if ('list' in form) {
            this.#list(value as Fields[], (record) => {
                if (form.placed) this.#place(record);
                this.#fields(record, form.list);
            });
            return;
        }
        this.bytes.number(value === null ? 0 : 1);
        if (value === null) return;
        if (form.placed) this.#place(value as Fields);
        this.#fields(value as Fields, form.record);
    }

    #list<T>(values: readonly T[], write: (value: T) => void): void {
        this.bytes.number(values.length);
        for (const value of values) write(value);
    }

    #scalar(value: string | boolean | null): void {
        if (value === null) this.bytes.number(0);
        else if (typeof value === 'boolean') this.bytes.number(value ? 2 : 1);
        else this.bytes.number(3 + this.bytes.textNumber(value));
    }
}
