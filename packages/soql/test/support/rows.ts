import { compareText, toStoredId } from '@sw-studio/soql';
import type {
    RangeBounds,
    RowSource,
    ScanOptions,
    SoqlField,
    SoqlObject,
    StoredRow,
    StoredValue,
} from '@sw-studio/soql';
import type { TestObject } from './schema.ts';

type Values = Readonly<Record<string, StoredValue>>;

/** Rows in memory, in order of insertion, with the indexes that the fields declare. Counts what is touched. */
export class TestRows implements RowSource {
    readonly #tables = new Map<SoqlObject, Table>();
    /** Rows handed out by `lookup`, `range` and `scan` together. */
    touched = 0;
    readonly calls: string[] = [];

    insert(object: TestObject, ...records: Values[]): string[] {
        return records.map((values) => this.#table(object).insert(values));
    }

    delete(object: TestObject, id: string): void {
        this.#table(object).delete(id);
    }

    byId(object: SoqlObject, id: string): StoredRow | undefined {
        this.calls.push('byId');
        return this.#table(object).byId.get(id);
    }

    *scan(object: SoqlObject, { includeDeleted }: ScanOptions): Iterable<StoredRow> {
        this.calls.push('scan');
        const table = this.#table(object);
        yield* this.#counted(table.byId.values());
        if (includeDeleted) yield* this.#counted(table.deleted);
    }

    lookup(object: SoqlObject, slot: number, values: readonly StoredValue[]): Iterable<StoredRow> | undefined {
        const index = this.#table(object).index(slot);
        if (index === undefined) return undefined;
        this.calls.push(`lookup ${object.fields[slot]?.name}`);
        return this.#counted(new Set(values.flatMap((value) => index.equal(value))));
    }

    lookupSize(object: SoqlObject, slot: number, values: readonly StoredValue[]): number {
        const index = this.#table(object).index(slot);
        return values.reduce<number>((sum, value) => sum + (index?.equal(value).length ?? 0), 0);
    }

    range(object: SoqlObject, slot: number, bounds: RangeBounds): Iterable<StoredRow> | undefined {
        const index = this.#table(object).index(slot);
        if (index === undefined) return undefined;
        this.calls.push(`range ${object.fields[slot]?.name}`);
        return this.#counted(index.range(bounds));
    }

    estimate(object: SoqlObject): number {
        return this.#table(object).byId.size;
    }

    *#counted(rows: Iterable<StoredRow>): Generator<StoredRow> {
        for (const row of rows) {
            this.touched++;
            yield row;
        }
    }

    #table(object: SoqlObject): Table {
        let table = this.#tables.get(object);
        if (table === undefined) this.#tables.set(object, (table = new Table(object)));
        return table;
    }
}

class Table {
    readonly byId = new Map<string, StoredRow>();
    readonly deleted: StoredRow[] = [];
    readonly #object: SoqlObject;
    readonly #indexes = new Map<number, Index>();

    constructor(object: SoqlObject) {
        this.#object = object;
    }

    insert(values: Values): string {
        const row: StoredValue[] = this.#object.fields.map(({ name }) => values[name] ?? null);
        const number = (this.byId.size + this.deleted.length + 1).toString(36).padStart(12, '0');
        row[0] ??= toStoredId(`${this.#object.keyPrefix}${number}`);
        this.byId.set(row[0] as string, row);
        this.#indexes.clear();
        return row[0] as string;
    }

    delete(id: string): void {
        const row = this.byId.get(id);
        if (row === undefined) throw new Error(`no row ${id}`);
        this.byId.delete(id);
        this.deleted.push(row);
        this.#indexes.clear();
    }

    index(slot: number): Index | undefined {
        const field = this.#object.fields[slot];
        if (field === undefined || !field.indexed) return undefined;
        let index = this.#indexes.get(slot);
        if (index === undefined) this.#indexes.set(slot, (index = new Index(field, [...this.byId.values()])));
        return index;
    }
}

/** A sorted array: binary search stands for a tree. */
class Index {
    readonly #slot: number;
    readonly #rows: readonly StoredRow[];
    readonly #compare: (a: StoredValue, b: StoredValue) => number;

    constructor({ slot, type }: SoqlField, rows: readonly StoredRow[]) {
        this.#slot = slot;
        const isText =
            typeof rows.find((row) => row[slot] != null)?.[slot] === 'string' && type !== 'id' && type !== 'reference';
        this.#compare = isText ? (a, b) => compareText(a as string, b as string) : byValue;
        this.#rows = rows.toSorted((a, b) => this.#order(a[slot], b[slot]));
    }

    equal(value: StoredValue): StoredRow[] {
        return [...this.range({ from: value, fromInclusive: true, to: value, toInclusive: true })];
    }

    *range({ from, fromInclusive, to, toInclusive, descending }: RangeBounds): Generator<StoredRow> {
        const hasBounds = from != null || to != null;
        const lowest =
            from == null ? (hasBounds ? this.#first(null, false) : 0) : this.#first(from, fromInclusive ?? false);
        const highest = to == null ? this.#rows.length : this.#first(to, !(toInclusive ?? false));
        if (descending === true) for (let at = highest - 1; at >= lowest; at--) yield this.#rows[at] as StoredRow;
        else for (let at = lowest; at < highest; at++) yield this.#rows[at] as StoredRow;
    }

    /** Index of the first row at (inclusive) or after (exclusive) the value. */
    #first(value: StoredValue, inclusive: boolean): number {
        let low = 0;
        let high = this.#rows.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            const order = this.#order(this.#rows[middle]?.[this.#slot], value);
            if (order < 0 || (order === 0 && !inclusive)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    #order(a: StoredValue, b: StoredValue): number {
        if (a == null || b == null) return (a == null ? 0 : 1) - (b == null ? 0 : 1);
        return this.#compare(a, b);
    }
}

function byValue(a: StoredValue, b: StoredValue): number {
    return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
}
