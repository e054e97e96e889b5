import { familyOf } from '../check/families.ts';
import type { AggregateExpression } from '../check/resolved.ts';
import type { StoredValue } from '../source.ts';
import { fieldOfExpression } from './expression.ts';
import { orderingOf } from './order.ts';
import type { Ordering } from './order.ts';
import { foldText } from './text.ts';

/** Gathers one aggregate of one group. Nulls are left out by every function but COUNT(). */
export interface Accumulator {
    add(value: StoredValue): void;
    result(): StoredValue;
}

export function accumulatorOf(
    expression: AggregateExpression,
    environment: { readonly locale: string },
): () => Accumulator {
    const { argument } = expression;
    switch (expression.function) {
        case 'COUNT':
            return argument === undefined ? () => new Rows() : () => new Values();
        case 'COUNT_DISTINCT': {
            const isText = argument !== undefined && familyOf(argument.type) === 'text';
            return () => new Distinct(isText);
        }
        case 'SUM': {
            const scale = argument === undefined ? undefined : fieldOfExpression(argument)?.scale;
            return () => new Sum(scale ?? 0);
        }
        case 'AVG':
            return () => new Average();
        case 'MIN':
        case 'MAX': {
            const ordering = orderingOf(argument ?? expression, environment);
            const sign = expression.function === 'MIN' ? -1 : 1;
            return () => new Extreme(ordering, sign);
        }
    }
}

class Rows implements Accumulator {
    #count = 0;

    add(): void {
        this.#count++;
    }

    result(): number {
        return this.#count;
    }
}

class Values implements Accumulator {
    #count = 0;

    add(value: StoredValue): void {
        if (value != null) this.#count++;
    }

    result(): number {
        return this.#count;
    }
}

class Distinct implements Accumulator {
    readonly #seen = new Set<StoredValue>();
    readonly #isText: boolean;

    constructor(isText: boolean) {
        this.#isText = isText;
    }

    add(value: StoredValue): void {
        if (value != null) this.#seen.add(this.#isText ? foldText(value as string) : value);
    }

    result(): number {
        return this.#seen.size;
    }
}

/** Neumaier's compensated sum, rounded to the field's decimals: amounts are decimal on the platform. */
class Sum implements Accumulator {
    #sum = 0;
    #lost = 0;
    #isEmpty = true;
    readonly #scale: number;

    constructor(scale: number) {
        this.#scale = scale;
    }

    add(value: StoredValue): void {
        if (typeof value !== 'number') return;
        this.#isEmpty = false;
        const next = this.#sum + value;
        this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
        this.#sum = next;
    }

    result(): number | null {
        if (this.#isEmpty) return null;
        const total = this.#sum + this.#lost;
        return Math.abs(total) < 1e21 ? Number(total.toFixed(this.#scale)) : total;
    }
}

class Average implements Accumulator {
    #count = 0;
    readonly #sum = new Sum(18);

    add(value: StoredValue): void {
        if (typeof value !== 'number') return;
        this.#count++;
        this.#sum.add(value);
    }

    result(): number | null {
        const sum = this.#sum.result();
        return sum === null ? null : sum / this.#count;
    }
}

class Extreme implements Accumulator {
    #value: StoredValue = null;
    #key: string | number | null = null;
    readonly #ordering: Ordering;
    readonly #sign: number;

    constructor(ordering: Ordering, sign: number) {
        this.#ordering = ordering;
        this.#sign = sign;
    }

    add(value: StoredValue): void {
        const key = this.#ordering.keyOf(value);
        if (key === null) return;
        if (this.#key !== null && this.#ordering.compare(key, this.#key) * this.#sign <= 0) return;
        this.#key = key;
        this.#value = value;
    }

    result(): StoredValue {
        return this.#value;
    }
}
