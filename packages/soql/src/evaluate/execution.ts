import type { ResolvedValue } from '../check/resolved.ts';
import { queryError } from '../diagnostics/diagnostic.ts';
import type { BindValue, QueryEnvironment } from '../environment.ts';
import type { SoqlObject } from '../schema.ts';
import type { RowSource, StoredRow, StoredValue } from '../source.ts';
import { periodOf } from './periods.ts';
import type { DayPeriod } from './periods.ts';

/** One run of a plan: the rows and environment it runs against, and what is looked up once for the whole run. */
export class Execution {
    readonly source: RowSource;
    readonly environment: QueryEnvironment;
    /** Records of child queries so far: they count against the row limits too. */
    childRows = 0;
    readonly #binds = new Map<string, BindValue>();
    readonly #computed = new Map<object, unknown>();
    readonly #periods = new Map<string, DayPeriod>();

    constructor(source: RowSource, environment: QueryEnvironment) {
        this.source = source;
        this.environment = environment;
    }

    bind(expression: string): BindValue {
        const known = this.#binds.get(expression);
        if (known !== undefined) return known;
        const value = this.environment.binds(expression);
        if (value === undefined) throw queryError('unknownBind', expression);
        this.#binds.set(expression, value);
        return value;
    }

    period(name: string, count: number): DayPeriod {
        const key = `${name}:${count}`;
        const known = this.#periods.get(key);
        if (known !== undefined) return known;
        const period = periodOf(name, count, this.environment);
        this.#periods.set(key, period);
        return period;
    }

    /** What `compute` answers for the key, computed once per execution. */
    once<K extends object, T>(key: K, compute: () => T): T {
        if (!this.#computed.has(key)) this.#computed.set(key, compute());
        return this.#computed.get(key) as T;
    }

    /** A whole number of LIMIT or OFFSET. */
    amount(amount: { kind: 'constant'; value: number } | { kind: 'bind'; expression: string }, clause: string): number {
        if (amount.kind === 'constant') return amount.value;
        const { value } = this.bind(amount.expression);
        if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
            throw queryError('amountInvalid', clause, String(value));
        }
        return value;
    }

    number(value: ResolvedValue): number | null {
        if (value.kind === 'constant') return typeof value.value === 'number' ? value.value : null;
        if (value.kind !== 'bind') return null;
        const bound = this.bind(value.expression).value;
        return typeof bound === 'number' ? bound : null;
    }

    visible(object: SoqlObject, row: StoredRow): boolean {
        return this.environment.visible?.(object, row) ?? true;
    }
}

/** Reads one value of a row. */
export type Reader = (row: StoredRow) => StoredValue;

/** What is compiled once per plan, and given its constants once per execution. */
export type Compiled<T> = (execution: Execution) => T;
