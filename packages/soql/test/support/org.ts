import { checkQuery, executePlan, openPlan, parseQuery, planQuery } from '@sw-studio/soql';
import type {
    BindKind,
    BindValue,
    Diagnostic,
    OpenQuery,
    QueryEnvironment,
    QueryPlan,
    QueryResult,
    ResultRecord,
    ResultValue,
    StoredValue,
} from '@sw-studio/soql';
import { TestRows } from './rows.ts';
import { TestSchema } from './schema.ts';
import type { FieldDefinition, TestObject } from './schema.ts';

/** Day and moment literals of tests: days since 1970, milliseconds since 1970. */
export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
export const moment = (text: string): number => Date.parse(text);

/** A schema, its rows and the environment to query them in. */
export class TestOrg {
    readonly schema = new TestSchema();
    readonly rows = new TestRows();
    environment: QueryEnvironment = {
        now: () => moment('2026-03-15T12:00:00Z'),
        userId: '005000000000001AAA',
        timeZone: 'America/Los_Angeles',
        locale: 'en_US',
        fiscalYearStartMonth: 1,
        binds: () => undefined,
        formula: () => null,
    };

    object(name: string, keyPrefix: string, fields: Readonly<Record<string, FieldDefinition>>): TestObject {
        this.schema.define(name, keyPrefix, fields);
        return this.schema.object(name) as TestObject;
    }

    insert(name: string, ...records: Readonly<Record<string, StoredValue>>[]): string[] {
        return this.rows.insert(this.#named(name), ...records);
    }

    delete(name: string, id: string): void {
        this.rows.delete(this.#named(name), id);
    }

    plan(text: string): QueryPlan {
        const { query, diagnostics } = parseQuery(text);
        if (query === undefined) throw new Error(diagnostics[0]?.message);
        return planQuery(query, this.schema);
    }

    run(
        text: string,
        binds: Readonly<Record<string, BindValue | StoredValue | readonly StoredValue[]>> = {},
    ): QueryResult {
        return executePlan(this.plan(text), this.rows, this.#withBinds(binds));
    }

    open(text: string): OpenQuery {
        return openPlan(this.plan(text), this.rows, this.environment);
    }

    /** The records as plain objects, by output name. */
    select(text: string, binds: Parameters<TestOrg['run']>[1] = {}): unknown[] {
        return this.run(text, binds).records.map(plain);
    }

    /** The records as the values of their outputs. */
    table(text: string): unknown[][] {
        return this.run(text).records.map(({ values }) => values.map(plainValue));
    }

    /** The first output of every record. */
    column(text: string, binds: Parameters<TestOrg['run']>[1] = {}): unknown[] {
        return this.run(text, binds).records.map(({ values }) => plainValue(values[0]));
    }

    /** Everything that is wrong with the query. */
    diagnostics(text: string): readonly Diagnostic[] {
        const { query, diagnostics } = parseQuery(text);
        return query === undefined ? diagnostics : checkQuery(query, this.schema);
    }

    /** The same as code and sentence. */
    errors(text: string): string[] {
        return this.diagnostics(text).map(({ code, message }) => `${code}: ${message}`);
    }

    #named(name: string): TestObject {
        const object = this.schema.object(name);
        if (object === undefined) throw new Error(`no object ${name}`);
        return object;
    }

    #withBinds(binds: Parameters<TestOrg['run']>[1] = {}): QueryEnvironment {
        return {
            ...this.environment,
            binds: (expression) => {
                if (!Object.hasOwn(binds, expression)) return undefined;
                const value = binds[expression];
                return isBindValue(value) ? value : { kind: kindOf(value), value };
            },
        };
    }
}

function isBindValue(value: unknown): value is BindValue {
    return typeof value === 'object' && value !== null && 'kind' in value;
}

function kindOf(value: StoredValue | readonly StoredValue[]): BindKind {
    const sample = Array.isArray(value) ? (value as readonly StoredValue[])[0] : value;
    return sample == null ? 'null' : (typeof sample as BindKind);
}

export function plain(record: ResultRecord): Record<string, unknown> {
    const entries = record.shape.outputs.map(({ name }, index) => [name, plainValue(record.values[index])]);
    return Object.fromEntries(entries) as Record<string, unknown>;
}

function plainValue(value: ResultValue): unknown {
    if (Array.isArray(value)) return (value as readonly ResultRecord[]).map(plain);
    return typeof value === 'object' && value !== null ? plain(value as ResultRecord) : value;
}
