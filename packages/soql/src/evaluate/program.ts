import { maximumOffset } from '../check/check-clauses.ts';
import { familyOf } from '../check/families.ts';
import type { ResolvedQuery } from '../check/resolved.ts';
import { queryError } from '../diagnostics/diagnostic.ts';
import type { QueryEnvironment } from '../environment.ts';
import type { IndexOrder } from '../plan/access-path.ts';
import { planResolved } from '../plan/plan-query.ts';
import type { QueryPlan } from '../plan/plan-query.ts';
import type { SoqlObject } from '../schema.ts';
import type { StoredRow, StoredValue } from '../source.ts';
import { openCandidates } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import { compileCondition } from './condition.ts';
import type { Predicate } from './condition.ts';
import type { Compiled, Execution, Reader } from './execution.ts';
import { compileExpression } from './expression.ts';
import { compileGrouping } from './group.ts';
import type { CompiledGrouping } from './group.ts';
import { compileOrder } from './order.ts';
import type { Sorter } from './order.ts';
import { foldText } from './text.ts';

/** A plan compiled to closures, once; executions bind its constants. */
export interface Program {
    readonly plan: QueryPlan;
    /** Filter of the rows: WHERE, scope and record visibility. */
    readonly filter: Compiled<Predicate>;
    readonly grouping: CompiledGrouping | undefined;
    readonly having: Compiled<Predicate> | undefined;
    readonly order: ((execution: Execution, limit: number) => Sorter) | undefined;
}

const programs = new WeakMap<QueryPlan, Program>();

export function programOf(plan: QueryPlan): Program {
    const known = programs.get(plan);
    if (known !== undefined) return known;
    const program = compile(plan);
    programs.set(plan, program);
    return program;
}

function compile(plan: QueryPlan): Program {
    const { query } = plan;
    const grouping = query.kind === 'aggregate' ? compileGrouping(query) : undefined;
    const read = grouping?.read ?? compileExpression;
    const ordered = query.orderBy.length > 0;
    return {
        plan,
        filter: compileFilter(plan),
        grouping,
        having: query.having && compileCondition(query.having, { read, semiJoin: semiJoinValues }),
        order: ordered ? compileOrder(query.orderBy, (expression) => read(expression)) : undefined,
    };
}

function compileFilter({ query, object, scope }: QueryPlan): Compiled<Predicate> {
    const where =
        query.where &&
        compileCondition(query.where, { read: (left) => compileExpression(left), semiJoin: semiJoinValues });
    return (execution) => {
        const { environment } = execution;
        const tests: Predicate[] = [];
        if (where !== undefined) tests.push(where(execution));
        if (scope !== undefined && scope !== 'EVERYTHING') tests.push(scopeTest(scope, object, environment));
        if (environment.visible !== undefined) tests.push((row) => execution.visible(object, row));
        const [first, ...rest] = tests;
        if (first === undefined) return () => true;
        return rest.reduce((a, b) => (row) => a(row) && b(row), first);
    };
}

/** `USING SCOPE mine` is the running user's own rows; the other scopes belong to whoever keeps teams and territories. */
function scopeTest(scope: string, object: SoqlObject, environment: QueryEnvironment): Predicate {
    if (environment.inScope !== undefined) return (row) => environment.inScope?.(scope, object, row) ?? false;
    const owner = object.field('OwnerId');
    if (scope !== 'MINE' || owner === undefined) throw queryError('unsupportedScope', scope, object.name);
    return (row) => row[owner.slot] === environment.userId;
}

/** What a run has looked at, for results and for the limits that count it. */
export interface RunStatistics {
    examined: number;
    access: 'id' | 'index' | 'scan';
}

/**
 * The rows that satisfy the plan's filter, in its order, after OFFSET and up to LIMIT; lazily where no sort is needed.
 * `over` replaces the plan's own way to its rows.
 */
export function* matchingRows(
    program: Program,
    execution: Execution,
    statistics: RunStatistics,
    over?: Candidates,
): Generator<StoredRow, void, undefined> {
    const { offset, limit } = windowOf(program.plan.query, execution);
    if (limit === 0) return;
    const candidates = over ?? openCandidates(program.plan, execution, offset + limit, semiJoinValues);
    statistics.access = candidates.access;
    const filter = program.filter(execution);
    if (program.order === undefined || candidates.order?.complete === true) {
        let skip = offset;
        let left = limit;
        for (const row of candidates.rows) {
            statistics.examined++;
            if (!filter(row) || skip-- > 0) continue;
            yield row;
            if (--left <= 0) return;
        }
        return;
    }
    if (candidates.order !== undefined) {
        yield* sortedRuns(program.order, candidates, filter, { offset, limit }, execution, statistics);
        return;
    }
    const sorter = program.order(execution, offset + limit);
    for (const row of candidates.rows) {
        statistics.examined++;
        if (filter(row)) sorter.add(row);
    }
    yield* sorter.rows().slice(offset);
}

/** Rows that come in the order of the first key are sorted run by run of equal keys, so that a LIMIT still ends early. */
function* sortedRuns(
    order: NonNullable<Program['order']>,
    candidates: Candidates,
    filter: Predicate,
    { offset, limit }: { offset: number; limit: number },
    execution: Execution,
    statistics: RunStatistics,
): Generator<StoredRow, void, undefined> {
    const { slot, type } = (candidates.order as IndexOrder).field;
    const keyOf =
        familyOf(type) === 'text'
            ? (value: StoredValue) => value && foldText(value as string)
            : (value: StoredValue) => value;
    let wanted = offset + limit;
    let skip = offset;
    let run = order(execution, wanted);
    let key: StoredValue;
    const endRun = function* (): Generator<StoredRow, void, undefined> {
        for (const row of run.rows()) {
            wanted--;
            if (skip-- <= 0) yield row;
        }
    };
    for (const row of candidates.rows) {
        statistics.examined++;
        if (!filter(row)) continue;
        const next = keyOf(row[slot]) ?? null;
        if (next !== key) {
            yield* endRun();
            if (wanted <= 0) return;
            run = order(execution, wanted);
            key = next;
        }
        run.add(row);
    }
    yield* endRun();
}

/** OFFSET and LIMIT; no LIMIT is infinity. */
export function windowOf(query: ResolvedQuery, execution: Execution): { offset: number; limit: number } {
    const offset = query.offset === undefined ? 0 : execution.amount(query.offset, 'OFFSET');
    if (offset > maximumOffset) throw queryError('offsetTooLarge');
    return {
        offset,
        limit: query.limit === undefined ? Infinity : execution.amount(query.limit, 'LIMIT'),
    };
}

const innerPlans = new WeakMap<ResolvedQuery, QueryPlan>();

/** Runs the inner query of a semi-join, once per execution. Nulls are left out: they join nothing. */
export function semiJoinValues(query: ResolvedQuery, execution: Execution): ReadonlySet<StoredValue> {
    return execution.once(query, () => {
        let plan = innerPlans.get(query);
        if (plan === undefined) innerPlans.set(query, (plan = planResolved(query)));
        const [item] = query.items;
        if (item?.kind !== 'expression') throw new Error('a semi-join selects one field');
        const read: Reader = compileExpression(item.expression)(execution);
        const values = new Set<StoredValue>();
        const statistics: RunStatistics = { examined: 0, access: 'scan' };
        for (const row of matchingRows(programOf(plan), execution, statistics)) {
            const value = read(row);
            if (value != null) values.add(value);
        }
        return values;
    });
}
