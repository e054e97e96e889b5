import { familyOf } from '../check/families.ts';
import type { ResolvedExpression, ResolvedOrder } from '../check/resolved.ts';
import type { QueryEnvironment } from '../environment.ts';
import type { StoredRow, StoredValue } from '../source.ts';
import type { Compiled, Reader } from './execution.ts';
import { fieldOfExpression } from './expression.ts';
import { foldText } from './text.ts';
import { toBcp47 } from './week.ts';

type SortKey = string | number | null;
type CompareKeys = (a: string | number, b: string | number) => number;

/** Turns a value into what it sorts by, once per row, and compares two of them. */
export interface Ordering {
    readonly keyOf: (value: StoredValue) => SortKey;
    readonly compare: CompareKeys;
}

const byValue: CompareKeys = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Text by the user's locale, picklists by the order of their values, all else by value. */
export function orderingOf(expression: ResolvedExpression, { locale }: Pick<QueryEnvironment, 'locale'>): Ordering {
    const field =
        expression.kind === 'field' || expression.kind === 'aggregate' ? fieldOfExpression(expression) : undefined;
    if (expression.type === 'picklist' && field !== undefined && field.picklistValues.length > 0) {
        const positions = new Map(field.picklistValues.map(({ value, order }) => [foldText(value), order]));
        const keyOf = (value: StoredValue) =>
            typeof value === 'string' ? (positions.get(foldText(value)) ?? Number.MAX_SAFE_INTEGER) : null;
        return { keyOf, compare: byValue };
    }
    if (familyOf(expression.type) !== 'text') {
        return { keyOf: (value) => (typeof value === 'boolean' ? Number(value) : (value ?? null)), compare: byValue };
    }
    if (isEnglish(locale)) {
        return { keyOf: (value) => (typeof value === 'string' ? foldText(value) : null), compare: byValue };
    }
    const collator = new Intl.Collator(toBcp47(locale), { sensitivity: 'accent' });
    return {
        keyOf: (value) => (typeof value === 'string' ? value : null),
        compare: (a, b) => collator.compare(a as string, b as string),
    };
}

/** English locales order text as indexes do; others have an order of their own. */
export function isEnglish(locale: string): boolean {
    return /^en(?:[_-]|$)/i.test(locale);
}

/** Collects rows and answers the first `limit` of them in order; without one, all. */
export interface Sorter {
    add(row: StoredRow): void;
    rows(): StoredRow[];
}

interface Entry {
    readonly row: StoredRow;
    readonly keys: readonly SortKey[];
}

export function compileOrder(
    orderBy: readonly ResolvedOrder[],
    read: (expression: ResolvedExpression) => Compiled<Reader>,
): (...parameters: [...Parameters<Compiled<Reader>>, limit: number]) => Sorter {
    const compiled = orderBy.map(({ expression }) => read(expression));
    return (execution, limit) => {
        const keys = orderBy.map(({ expression, descending, nullsFirst }, index) => {
            const ordering = orderingOf(expression, execution.environment);
            const reader = (compiled[index] as Compiled<Reader>)(execution);
            return { ...ordering, reader, sign: descending ? -1 : 1, nulls: nullsFirst ? -1 : 1 };
        });
        const compareEntries = (a: Entry, b: Entry): number => {
            for (const [index, { compare, sign, nulls }] of keys.entries()) {
                const left = a.keys[index] ?? null;
                const right = b.keys[index] ?? null;
                if (left === right) continue;
                if (left === null) return nulls;
                if (right === null) return -nulls;
                const order = compare(left, right);
                if (order !== 0) return order * sign;
            }
            return 0;
        };
        return new BoundedSorter(limit, compareEntries, (row) => keys.map(({ keyOf, reader }) => keyOf(reader(row))));
    };
}

/** Sorts and cuts whenever twice the wanted rows are gathered, so that a top 10 of a million rows stays small. */
class BoundedSorter implements Sorter {
    #entries: Entry[] = [];
    readonly #limit: number;
    readonly #capacity: number;
    readonly #compare: (a: Entry, b: Entry) => number;
    readonly #keysOf: (row: StoredRow) => SortKey[];

    constructor(limit: number, compare: (a: Entry, b: Entry) => number, keysOf: (row: StoredRow) => SortKey[]) {
        this.#limit = limit;
        this.#capacity = limit * 2 + 1024;
        this.#compare = compare;
        this.#keysOf = keysOf;
    }

    add(row: StoredRow): void {
        this.#entries.push({ row, keys: this.#keysOf(row) });
        if (this.#entries.length > this.#capacity) this.#cut();
    }

    rows(): StoredRow[] {
        this.#cut();
        return this.#entries.map(({ row }) => row);
    }

    #cut(): void {
        this.#entries.sort(this.#compare);
        if (this.#entries.length > this.#limit) this.#entries.length = this.#limit;
    }
}
