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
    const records = plan.kind === 'aggregate' ? groupRecords(program, execution, statistics) : [];
    if (plan.kind === 'records') {
        const project = projectorOf(plan)(execution);
        for (const row of matchingRows(program, execution, statistics)) records.push(project(row));
    }
    return { kind: plan.kind, shape: plan.shape, records, count: records.length, ...statistics };
}

/** What a locator iterates over: records are read and built as they are taken. */
export interface OpenQuery extends Iterable<ResultRecord> {
    readonly shape: QueryPlan['shape'];
    /** Grows while the query is iterated. */
    readonly statistics: Readonly<RunStatistics>;
}

/** The same records as `executePlan`, one at a time. Rows are held only where they must be sorted first. */
export function openPlan(plan: QueryPlan, source: RowSource, environment: QueryEnvironment): OpenQuery {
    const execution = new Execution(source, environment);
    requireAccess(plan, environment);
    const statistics: RunStatistics = { examined: 0, access: 'scan' };
    const program = programOf(plan);
    return {
        shape: plan.shape,
        statistics,
        *[Symbol.iterator]() {
            if (plan.kind === 'aggregate') return yield* groupRecords(program, execution, statistics);
            const project = projectorOf(plan)(execution);
            for (const row of matchingRows(program, execution, statistics)) yield project(row);
        },
    };
}

function countResult(program: Program, execution: Execution, statistics: RunStatistics): QueryResult {
    const { plan } = program;
    let count = 0;
    for (const _ of matchingRows(program, execution, statistics)) count++;
    return { kind: 'count', shape: plan.shape, records: [], count, ...statistics };
}

function groupRecords(program: Program, execution: Execution, statistics: RunStatistics): ResultRecord[] {
    const { plan, having, order } = program;
    const grouping = program.grouping as CompiledGrouping;
    const candidates = openCandidates(plan, execution, Infinity, semiJoinValues);
    statistics.access = candidates.access;
    const filter = program.filter(execution);
    const grouper = grouping.start(execution);
    for (const row of candidates.rows) {
        statistics.examined++;
        if (filter(row)) grouper.add(row);
    }
    const keep = having?.(execution);
    const groups = keep === undefined ? grouper.rows() : grouper.rows().filter(keep);
    const { offset, limit } = windowOf(plan.query, execution);
    const project = compileShape(plan.shape, { read: grouping.read, children: noChildren })(execution);
    if (order === undefined) return groups.slice(offset, offset + limit).map(project);
    const sorter = order(execution, offset + limit);
    for (const group of groups) sorter.add(group);
    return sorter.rows().slice(offset).map(project);
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
            if (program.order === undefined) return rows.slice(offset, offset + limit).map(project);
            const sorter = program.order(execution, offset + limit);
            for (const child of rows) sorter.add(child);
            return sorter.rows().slice(offset).map(project);
        };
    };
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
