import { queryError } from '../diagnostics/diagnostic.ts';
import type { QueryEnvironment } from '../environment.ts';
import type { ChildRelationship } from '../schema.ts';
import type { QueryPlan } from '../plan/plan-query.ts';
import type { RowSource, StoredRow, StoredValue } from '../source.ts';
import { requireAccess } from './access-check.ts';
import { openCandidates } from './candidates.ts';
import { Execution } from './execution.ts';
import type { Compiled } from './execution.ts';
import { compileExpression } from './expression.ts';
import type { CompiledGrouping } from './group.ts';
import { matchingRows, programOf, semiJoinValues, windowOf } from './program.ts';
import type { Program, RunStatistics } from './program.ts';
import { compileShape } from './project.ts';
import type { Projector } from './project.ts';
import type { QueryResult, ResultRecord } from './result.ts';

/**
 * Runs a plan and answers all of its records.
 *
 * @throws QueryError for what only the execution can know: a missing bind, a value that is no id, missing access
 */
export function executePlan(plan: QueryPlan, source: RowSource, environment: QueryEnvironment): QueryResult {
    const execution = new Execution(source, environment);
    requireAccess(plan, environment);
    const statistics: RunStatistics = { examined: 0, access: 'scan' };
    const program = programOf(plan);
    if (plan.kind === 'count') return countResult(program, execution, statistics);
    if (plan.kind === 'aggregate') {
        const { records, grouped } = groupRecords(program, execution, statistics);
        return { kind: 'aggregate', shape: plan.shape, records, count: records.length, rows: grouped, ...statistics };
    }
    const records: ResultRecord[] = [];
    const project = projectorOf(plan)(execution);
    for (const row of matchingRows(program, execution, statistics)) records.push(project(row));
    const rows = records.length + execution.childRows;
    return { kind: 'records', shape: plan.shape, records, count: records.length, rows, ...statistics };
}

/** Runs a plan over rows that were found in some other way: its filter, order, limits and select list. */
export function executeOver(
    plan: QueryPlan,
    rows: Iterable<StoredRow>,
    source: RowSource,
    environment: QueryEnvironment,
): ResultRecord[] {
    const execution = new Execution(source, environment);
    requireAccess(plan, environment);
    const statistics: RunStatistics = { examined: 0, access: 'scan' };
    const matching = matchingRows(programOf(plan), execution, statistics, { rows, access: 'scan', order: undefined });
    return [...matching].map(projectorOf(plan)(execution));
}

/** What a locator iterates over: records are read and built as they are taken. */
export interface OpenQuery extends Iterable<ResultRecord> {
    readonly shape: QueryPlan['shape'];
    /** Grows while the query is iterated. */
    readonly statistics: Readonly<RunStatistics>;
}

/** The same records as `executePlan`, one at a time. Rows are held only where they must be sorted first. */
export function openPlan(plan: QueryPlan, source: RowSource, environment: QueryEnvironment): OpenQuery {
    if (plan.kind === 'count') throw queryError('countNotIterable');
    const execution = new Execution(source, environment);
    requireAccess(plan, environment);
    const statistics: RunStatistics = { examined: 0, access: 'scan' };
    const program = programOf(plan);
    return {
        shape: plan.shape,
        statistics,
        *[Symbol.iterator]() {
            if (plan.kind === 'aggregate') return yield* groupRecords(program, execution, statistics).records;
            const project = projectorOf(plan)(execution);
            for (const row of matchingRows(program, execution, statistics)) yield project(row);
        },
    };
}

/** Records of the given rows as the plan selects them: what a cursor answers whose ids were fixed before. */
export function projectRows(
    plan: QueryPlan,
    rows: readonly StoredRow[],
    source: RowSource,
    environment: QueryEnvironment,
): ResultRecord[] {
    return rows.map(projectorOf(plan)(new Execution(source, environment)));
}

function countResult(program: Program, execution: Execution, statistics: RunStatistics): QueryResult {
    const { plan } = program;
    let count = 0;
    const rows = matchingRows(program, execution, statistics);
    while (rows.next().done !== true) count++;
    return { kind: 'count', shape: plan.shape, records: [], count, rows: 1, ...statistics };
}

function groupRecords(
    program: Program,
    execution: Execution,
    statistics: RunStatistics,
): { records: ResultRecord[]; grouped: number } {
    const { plan, having, order } = program;
    const grouping = program.grouping as CompiledGrouping;
    const candidates = openCandidates(plan, execution, Infinity, semiJoinValues);
    statistics.access = candidates.access;
    const filter = program.filter(execution);
    const grouper = grouping.start(execution);
    let grouped = 0;
    for (const row of candidates.rows) {
        statistics.examined++;
        if (!filter(row)) continue;
        grouped++;
        grouper.add(row);
    }
    const keep = having?.(execution);
    const groups = keep === undefined ? grouper.rows() : grouper.rows().filter(keep);
    const { offset, limit } = windowOf(plan.query, execution);
    const project = compileShape(plan.shape, { read: grouping.read, children: noChildren })(execution);
    if (order === undefined) return { records: groups.slice(offset, offset + limit).map(project), grouped };
    const sorter = order(execution, offset + limit);
    for (const group of groups) sorter.add(group);
    return { records: sorter.rows().slice(offset).map(project), grouped };
}

function noChildren(): never {
    throw new Error('groups have no children');
}

const projectors = new WeakMap<QueryPlan, Compiled<Projector>>();

function projectorOf(plan: QueryPlan): Compiled<Projector> {
    const known = projectors.get(plan);
    if (known !== undefined) return known;
    const relationships = plan.query.items.flatMap((item) => (item.kind === 'child' ? [item.relationship] : []));
    const compiled = compileShape(plan.shape, {
        read: (expression) => compileExpression(expression),
        children: (index) =>
            compileChildren(plan.children[index] as QueryPlan, relationships[index] as ChildRelationship, plan),
    });
    projectors.set(plan, compiled);
    return compiled;
}

/** Runs a child query for one parent after the other, each with its own ORDER BY and LIMIT. */
function compileChildren(
    plan: QueryPlan,
    { field, object }: ChildRelationship,
    parent: QueryPlan,
): Compiled<(row: StoredRow) => ResultRecord[]> {
    const program = programOf(plan);
    const idSlot = parent.object.field('Id')?.slot ?? 0;
    return (execution) => {
        const project = projectorOf(plan)(execution);
        const filter = program.filter(execution);
        const { offset, limit } = windowOf(plan.query, execution);
        const childrenOf = (id: StoredValue): Iterable<StoredRow> =>
            execution.source.lookup(object, field.slot, [id]) ??
            execution.once(plan, () => byParent(plan, field.slot, execution)).get(id) ??
            [];
        return (row) => {
            const id = row[idSlot];
            const rows: StoredRow[] = [];
            for (const child of childrenOf(id)) if (child[field.slot] === id && filter(child)) rows.push(child);
            const chosen = inOrder(rows, program, execution, offset + limit).slice(offset, offset + limit);
            execution.childRows += chosen.length;
            return chosen.map(project);
        };
    };
}

function inOrder(rows: StoredRow[], { order }: Program, execution: Execution, limit: number): StoredRow[] {
    if (order === undefined) return rows;
    const sorter = order(execution, limit);
    for (const row of rows) sorter.add(row);
    return sorter.rows();
}

/** Children by parent id, where the lookup has no index. */
function byParent(plan: QueryPlan, slot: number, { source }: Execution): ReadonlyMap<StoredValue, StoredRow[]> {
    const groups = new Map<StoredValue, StoredRow[]>();
    for (const row of source.scan(plan.object, { includeDeleted: plan.allRows })) {
        const id = row[slot];
        const group = groups.get(id);
        if (group === undefined) groups.set(id, [row]);
        else group.push(row);
    }
    return groups;
}
