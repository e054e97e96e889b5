import { familyOf } from '../check/families.ts';
import type {
    AggregateExpression,
    ResolvedCondition,
    ResolvedExpression,
    ResolvedGrouping,
    ResolvedQuery,
} from '../check/resolved.ts';
import type { StoredRow, StoredValue } from '../source.ts';
import { accumulatorOf } from './aggregate.ts';
import type { Accumulator } from './aggregate.ts';
import type { Compiled, Execution, Reader } from './execution.ts';
import { compileExpression } from './expression.ts';
import type { Known } from './expression.ts';
import { foldText } from './text.ts';

/**
 * Groups become rows of their own, so that HAVING, ORDER BY and the select list read them as they read any row: first
 * the grouped values, then the aggregates, last the subtotal mask, whose bit n says that key n was rolled up.
 */
export interface Grouper {
    add(row: StoredRow): void;
    rows(): StoredRow[];
}

export interface CompiledGrouping {
    readonly start: Compiled<Grouper>;
    /** Reads expressions of the group rows. */
    readonly read: (expression: ResolvedExpression) => Compiled<Reader>;
}

export function compileGrouping(query: ResolvedQuery): CompiledGrouping {
    const keys = query.grouping?.expressions ?? [];
    const aggregates = aggregatesOf(query);
    const slots = new Map<string, number>();
    for (const [index, { key }] of [...keys, ...aggregates].entries()) slots.set(key, index);
    const maskSlot = keys.length + aggregates.length;
    const known: Known = (expression) => {
        if (expression.kind === 'grouping') {
            const bit = 1 << (slots.get(expression.argument.key) ?? 0);
            return () => (row) => (((row[maskSlot] as number) & bit) === 0 ? 0 : 1);
        }
        const slot = slots.get(expression.key);
        return slot === undefined ? undefined : () => (row) => row[slot];
    };
    const keyReaders = keys.map((key) => compileExpression(key));
    const argumentReaders = aggregates.map(({ argument }) => argument && compileExpression(argument));
    const sets = groupingSets(query.grouping);
    return {
        read: (expression) => compileExpression(expression, known),
        start: (execution) =>
            new HashGrouper({
                keyReaders: keyReaders.map((compiled) => compiled(execution)),
                foldKeys: keys.map(({ type }) => familyOf(type) === 'text'),
                argumentReaders: argumentReaders.map((compiled) => compiled?.(execution) ?? (() => null)),
                accumulators: aggregates.map((aggregate) => accumulatorOf(aggregate, execution.environment)),
                sets,
            }),
    };
}

/** The masks of the keys that each grouping set rolls up: `ROLLUP(a, b)` groups by a and b, by a, and by nothing. */
function groupingSets(grouping: ResolvedGrouping | undefined): number[] {
    const count = grouping?.expressions.length ?? 0;
    if (grouping?.kind === 'rollup') {
        return Array.from({ length: count + 1 }, (_, rolled) => ((1 << rolled) - 1) << (count - rolled));
    }
    return grouping?.kind === 'cube' ? Array.from({ length: 1 << count }, (_, mask) => mask) : [0];
}

function aggregatesOf(query: ResolvedQuery): AggregateExpression[] {
    const found = new Map<string, AggregateExpression>();
    const visit = (expression: ResolvedExpression): void => {
        if (expression.kind === 'aggregate') found.set(expression.key, expression);
        else if (expression.kind === 'function') visit(expression.argument);
    };
    const visitCondition = (condition: ResolvedCondition): void => {
        if (condition.kind === 'comparison') visit(condition.left);
        else if (condition.kind === 'not') visitCondition(condition.term);
        else for (const term of condition.terms) visitCondition(term);
    };
    for (const item of query.items) if (item.kind === 'expression') visit(item.expression);
    if (query.having !== undefined) visitCondition(query.having);
    for (const { expression } of query.orderBy) visit(expression);
    return [...found.values()];
}

interface GrouperParts {
    readonly keyReaders: readonly Reader[];
    readonly foldKeys: readonly boolean[];
    readonly argumentReaders: readonly Reader[];
    readonly accumulators: readonly (() => Accumulator)[];
    readonly sets: readonly number[];
}

interface Group {
    readonly mask: number;
    readonly values: readonly StoredValue[];
    readonly accumulators: readonly Accumulator[];
}

class HashGrouper implements Grouper {
    readonly #parts: GrouperParts;
    readonly #groups = new Map<StoredValue, Group>();

    constructor(parts: GrouperParts) {
        this.#parts = parts;
        // Without GROUP BY there is one group even when there is no row.
        if (parts.keyReaders.length === 0) this.#group([], 0);
    }

    add(row: StoredRow): void {
        const values = this.#parts.keyReaders.map((read) => read(row) ?? null);
        const inputs = this.#parts.argumentReaders.map((read) => read(row));
        for (const mask of this.#parts.sets) {
            const group = this.#group(
                mask === 0 ? values : values.map((value, key) => (mask & (1 << key) ? null : value)),
                mask,
            );
            for (let index = 0; index < inputs.length; index++)
                (group.accumulators[index] as Accumulator).add(inputs[index]);
        }
    }

    rows(): StoredRow[] {
        const groups = [...this.#groups.values()];
        if (this.#parts.sets.length > 1) groups.sort(bySubtotal);
        return groups.map(({ values, accumulators, mask }) => [
            ...values,
            ...accumulators.map((one) => one.result()),
            mask,
        ]);
    }

    #group(values: readonly StoredValue[], mask: number): Group {
        const key = this.#keyOf(values, mask);
        const known = this.#groups.get(key);
        if (known !== undefined) return known;
        const group = { mask, values, accumulators: this.#parts.accumulators.map((create) => create()) };
        this.#groups.set(key, group);
        return group;
    }

    /** Text groups without regard to case, like every comparison of text. */
    #keyOf(values: readonly StoredValue[], mask: number): StoredValue {
        const { foldKeys, sets } = this.#parts;
        const folded = values.map((value, key) =>
            foldKeys[key] && typeof value === 'string' ? foldText(value) : value,
        );
        return folded.length === 1 && sets.length === 1 ? folded[0] : JSON.stringify([mask, ...folded]);
    }
}

/** Subtotals follow the groups that they sum up. */
function bySubtotal(a: Group, b: Group): number {
    for (const [key, left] of a.values.entries()) {
        const right = b.values[key];
        const rolled = ((a.mask >> key) & 1) - ((b.mask >> key) & 1);
        if (rolled !== 0) return rolled;
        if (left === right) continue;
        if (left == null) return -1;
        if (right == null) return 1;
        return left < right ? -1 : 1;
    }
    return 0;
}

export type { Execution };
