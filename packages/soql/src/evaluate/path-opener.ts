import { familyOf } from '../check/families.ts';
import type { ResolvedQuery, ResolvedValue } from '../check/resolved.ts';
import type { AccessPath, Bound } from '../plan/access-path.ts';
import type { SoqlField, SoqlObject } from '../schema.ts';
import type { RangeBounds, StoredRow, StoredValue } from '../source.ts';
import type { Execution } from './execution.ts';
import { likePrefix } from './like.ts';
import { foldText } from './text.ts';
import { operandsOf } from './values.ts';
import type { Operand } from './values.ts';

export type SemiJoinValues = (query: ResolvedQuery, execution: Execution) => ReadonlySet<StoredValue>;

/** A path with the values of an execution. */
export interface Opened {
    readonly path: AccessPath;
    readonly rows: Iterable<StoredRow>;
    /** Undefined when the row source does not tell. */
    readonly size: number | undefined;
}

/** Beyond so many parents, filtering every row through its parent costs less than looking all of theirs up. */
const manyParents = 2000;

/** Answers the rows of access paths through the indexes of the row source. */
export class PathOpener {
    readonly #object: SoqlObject;
    readonly #execution: Execution;
    readonly #semiJoin: SemiJoinValues;

    constructor(object: SoqlObject, execution: Execution, semiJoin: SemiJoinValues) {
        this.#object = object;
        this.#execution = execution;
        this.#semiJoin = semiJoin;
    }

    /** Undefined when the row source has no such index, or the values do not fit it. */
    open(path: AccessPath, descending = false): Opened | undefined {
        switch (path.kind) {
            case 'id':
                return this.#openIds(path);
            case 'equal':
                return this.#openEqual(path);
            case 'range':
                return this.#openRange(path, descending);
            case 'prefix':
                return this.#openPrefix(path);
            case 'union':
                return this.#openUnion(path);
            case 'parent':
                return this.#openParent(path);
            case 'scan':
                return undefined;
        }
    }

    #openIds(path: AccessPath & { kind: 'id' }): Opened | undefined {
        const values = this.#values(path.value, 'id');
        if (values === undefined || this.#isMost(values.length)) return undefined;
        const rows = collectIds(values, (id) => this.#execution.source.byId(this.#object, id));
        return { path, rows, size: rows.length };
    }

    #openEqual(path: AccessPath & { kind: 'equal' }): Opened | undefined {
        const values = this.#values(path.value, path.field.type);
        if (values === undefined || this.#isMost(values.length)) return undefined;
        return this.#lookup(path, path.field.slot, values);
    }

    #lookup(path: AccessPath, slot: number, values: readonly StoredValue[]): Opened | undefined {
        const { source } = this.#execution;
        const rows = source.lookup(this.#object, slot, values);
        return rows && { path, rows, size: source.lookupSize?.(this.#object, slot, values) ?? sizeOf(rows) };
    }

    #openRange(path: AccessPath & { kind: 'range' }, descending: boolean): Opened | undefined {
        const bounds = this.#bounds(path.field, path.bounds);
        if (bounds === 'empty') return { path, rows: [], size: 0 };
        const rows = this.#execution.source.range(this.#object, path.field.slot, { ...bounds, descending });
        return rows && { path, rows, size: sizeOf(rows) };
    }

    #openPrefix(path: AccessPath & { kind: 'prefix' }): Opened | undefined {
        const [pattern, another] = this.#values(path.value, path.field.type) ?? [];
        const prefix = typeof pattern === 'string' && another === undefined ? likePrefix(pattern) : undefined;
        if (prefix === undefined) return undefined;
        const bounds = { from: prefix, fromInclusive: true, to: `${prefix}\uffff`, toInclusive: true };
        const rows = this.#execution.source.range(this.#object, path.field.slot, bounds);
        return rows && { path, rows, size: sizeOf(rows) };
    }

    #openUnion(path: AccessPath & { kind: 'union' }): Opened | undefined {
        const parts: Opened[] = [];
        for (const part of path.paths) {
            const opened = this.open(part);
            if (opened === undefined) return undefined;
            parts.push(opened);
        }
        const size = parts.reduce<number | undefined>(
            (sum, part) => (sum === undefined || part.size === undefined ? undefined : sum + part.size),
            0,
        );
        return { path, rows: distinct(parts.map(({ rows }) => rows)), size };
    }

    #openParent(path: AccessPath & { kind: 'parent' }): Opened | undefined {
        const [target] = path.step.targets;
        const idSlot = target?.field('Id')?.slot;
        if (target === undefined || idSlot === undefined) return undefined;
        const parents = new PathOpener(target, this.#execution, this.#semiJoin).open(path.path);
        if (parents === undefined) return undefined;
        const ids: StoredValue[] = [];
        for (const parent of parents.rows) {
            ids.push(parent[idSlot]);
            if (ids.length > manyParents) return undefined;
        }
        return this.#lookup(path, path.step.reference.slot, ids);
    }

    /** The values of an equality; undefined when null is among them, which indexes do not hold. */
    #values(value: ResolvedValue, type: SoqlField['type']): StoredValue[] | undefined {
        if (value.kind === 'semijoin') return [...this.#semiJoin(value.query, this.#execution)];
        const operands = operandsOf(value, type, this.#execution);
        const isIndexable = operands.every(({ value: one, end }) => one != null && end === undefined);
        return isIndexable ? operands.map((operand) => operand.value) : undefined;
    }

    /** Reaching most of the rows one by one costs more than reading all. */
    #isMost(values: number): boolean {
        const estimate = this.#execution.source.estimate?.(this.#object);
        return estimate !== undefined && values > 1000 && values > estimate / 2;
    }

    #bounds(field: SoqlField, bounds: readonly Bound[]): RangeBounds | 'empty' {
        const isText = familyOf(field.type) === 'text';
        const key = (value: StoredValue) => (isText ? foldText(value as string) : (value as string | number));
        let from: { value: StoredValue; inclusive: boolean } | undefined;
        let to: { value: StoredValue; inclusive: boolean } | undefined;
        for (const { value, operator } of bounds) {
            const [operand] = operandsOf(value, field.type, this.#execution);
            if (operand?.value == null) return 'empty';
            const limit = edge(operator, operand);
            const isLower = operator === '>' || operator === '>=';
            const current = isLower ? from : to;
            const order =
                current === undefined ? 1 : compare(key(limit.value), key(current.value)) * (isLower ? 1 : -1);
            if (order > 0 || (order === 0 && !limit.inclusive)) {
                if (isLower) from = limit;
                else to = limit;
            }
        }
        return {
            ...(from !== undefined && { from: from.value, fromInclusive: from.inclusive }),
            ...(to !== undefined && { to: to.value, toInclusive: to.inclusive }),
        };
    }
}

/** Where a bound lies: `<= TODAY` ends before the end of the day, `> TODAY` begins with it. */
function edge(operator: Bound['operator'], { value, end }: Operand): { value: StoredValue; inclusive: boolean } {
    if (end === undefined) return { value, inclusive: operator === '<=' || operator === '>=' };
    if (operator === '>' || operator === '<=') return { value: end, inclusive: operator === '>' };
    return { value, inclusive: operator === '>=' };
}

function compare(a: string | number, b: string | number): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

function sizeOf(rows: Iterable<StoredRow>): number | undefined {
    if (Array.isArray(rows)) return rows.length;
    return rows instanceof Set || rows instanceof Map ? rows.size : undefined;
}

function collectIds(ids: readonly StoredValue[], byId: (id: string) => StoredRow | undefined): StoredRow[] {
    const rows: StoredRow[] = [];
    for (const id of new Set(ids)) {
        const row = typeof id === 'string' ? byId(id) : undefined;
        if (row !== undefined) rows.push(row);
    }
    return rows;
}

/** Branches of an OR may reach a row more than once. */
function* distinct(parts: readonly Iterable<StoredRow>[]): Generator<StoredRow> {
    const seen = new Set<StoredRow>();
    for (const part of parts) {
        for (const row of part) {
            if (seen.has(row)) continue;
            seen.add(row);
            yield row;
        }
    }
}
