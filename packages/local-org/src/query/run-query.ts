import {
    newApexException,
    type QueryCursor,
    type QueryOutcome,
    type QueryRequest,
    type RunningUser,
    type SObject,
    type Waiting,
} from '@sw-studio/apex/runtime';
import {
    executePlan,
    openPlan,
    projectRows,
    type QueryEnvironment,
    type QueryPlan,
    type QueryResult,
    type SoqlField,
    type SoqlObject,
    type StoredRow,
} from '@sw-studio/soql';
import type { FormulaEvaluator } from '../formula/formula-evaluator.ts';
import { bindValue } from '../rows/bind-values.ts';
import { aggregateOf, recordOf } from '../rows/query-records.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { SoqlObjectView } from '../schema/soql-schema.ts';
import type { AccessRules } from '../services/access-rules.ts';
import type { RecordSharing } from '../services/record-sharing.ts';
import { TransactionRows } from '../store/row-source.ts';
import { RowLockedError } from '../transaction/lock-errors.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { translateQueryErrors, type QueryPlanner } from './query-planner.ts';
import { refuseUnselective } from './selectivity.ts';

/** What a query needs of its transaction and its user. */
export interface QueryContext {
    readonly transaction: OrgTransaction;
    readonly schema: OrgSchema;
    readonly planner: QueryPlanner;
    /** For code of another namespace than the transaction's own. */
    readonly plannerOf: (namespace: string) => QueryPlanner;
    readonly formulas: FormulaEvaluator;
    readonly user: RunningUser;
    readonly fiscalYearStartMonth: number;
    /** What every search of a test finds (`Test.setFixedSearchResults`); absent: what it searches for. */
    fixedSearchIds?: readonly string[];
    /** What the running user may do: asked in user mode and by WITH SECURITY_ENFORCED. */
    readonly access: AccessRules;
    /** Whether a trigger runs: there, queries of large objects must be selective. */
    readonly inTrigger: () => boolean;
    /** Which records the running user may see: asked in user mode. */
    readonly sharing: RecordSharing;
}

/** COUNT alone is one row, whatever it counts (SOQL reference, "COUNT() and COUNT(fieldName)"). */
const COUNTS_ALONE = /^\s*SELECT\s+COUNT\s*\(\s*[\w.]*\s*\)(?:\s+\w+)?\s+FROM\b(?![\s\S]*\bGROUP\s+BY\b)/i;

const LOCKED =
    'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.';

export function* runQuery(context: QueryContext, request: QueryRequest): Generator<Waiting, QueryOutcome, void> {
    const plan = planOf(context, request);
    yield { kind: 'database', detail: `SELECT ${plan.object.name}` };
    const result = yield* execute(context, plan, request);
    if (result.kind === 'count') return { kind: 'count', count: result.count };
    if (result.kind === 'aggregate') {
        const type = context.schema.require('AggregateResult');
        const records = result.records.map((row) => aggregateOf(row, type));
        return {
            kind: 'records',
            objectName: type.name,
            records,
            rows: COUNTS_ALONE.test(plan.text) ? 1 : result.rows,
        };
    }
    const records = result.records.map(recordOf);
    return { kind: 'records', objectName: plan.object.name, records, rows: result.rows };
}

/**
 * Runs the plan; with FOR UPDATE every row is locked before it is read for good. Having waited, the query runs again:
 * the rows may have changed or no longer match.
 */
function* execute(
    context: QueryContext,
    plan: QueryPlan,
    request: QueryRequest,
): Generator<Waiting, QueryResult, void> {
    const run = (): QueryResult =>
        translateQueryErrors(request.text, () => executePlan(plan, rowsOf(context), environmentOf(context, request)));
    let result = run();
    if (context.inTrigger()) refuseUnselective(context, plan, result);
    while (plan.forUpdate) {
        const waited = yield* lockAll(context, plan, result);
        if (!waited) break;
        result = run();
    }
    return result;
}

function* lockAll(
    { transaction }: QueryContext,
    plan: QueryPlan,
    { records }: QueryResult,
): Generator<Waiting, boolean, void> {
    let waited = false;
    try {
        for (const { row } of records) {
            const locking = transaction.lock(row[0] as string, `SELECT ${plan.object.name} FOR UPDATE`);
            for (let step = locking.next(); !step.done; step = locking.next()) {
                waited = true;
                yield step.value;
            }
        }
    } catch (error) {
        if (error instanceof RowLockedError) throw newApexException('System.QueryException', LOCKED);
        throw error;
    }
    return waited;
}

function planOf({ planner, plannerOf }: QueryContext, { text, namespace, dynamic }: QueryRequest): QueryPlan {
    return (namespace === undefined ? planner : plannerOf(namespace)).plan(text, dynamic ? 'variable' : 'expression');
}

/** Ids are fixed now; rows are read when they are fetched, and those deleted since are left out. */
export function* openQueryCursor(context: QueryContext, request: QueryRequest): Generator<Waiting, QueryCursor, void> {
    const plan = planOf(context, request);
    yield { kind: 'database', detail: `SELECT ${plan.object.name}` };
    const environment = environmentOf(context, request, plan);
    const ids = translateQueryErrors(request.text, () => [...openIds(openPlan(plan, rowsOf(context), environment))]);
    return new IdCursor(context, request, ids);
}

/** Rows of a query by their ids, which were found earlier, perhaps by another transaction. */
export class IdCursor implements QueryCursor {
    readonly request: QueryRequest;
    readonly ids: readonly string[];
    private readonly context: QueryContext;
    private readonly plan: QueryPlan;

    constructor(context: QueryContext, request: QueryRequest, ids: readonly string[]) {
        this.context = context;
        this.request = request;
        this.ids = ids;
        this.plan = planOf(context, request);
    }

    get objectName(): string {
        return this.plan.object.name;
    }

    get size(): number {
        return this.ids.length;
    }

    fetch(position: number, count: number): SObject[] {
        const ids = this.ids.slice(position, position + count);
        return fetchRows(this.context, this.plan, environmentOf(this.context, this.request, this.plan), ids);
    }
}

function* openIds(rows: Iterable<{ readonly row: StoredRow }>): Generator<string> {
    for (const { row } of rows) yield row[0] as string;
}

function fetchRows(
    context: QueryContext,
    plan: QueryPlan,
    environment: QueryEnvironment,
    ids: readonly string[],
): SObject[] {
    const object = (plan.object as SoqlObjectView).schema;
    const rows = ids.map((id) => context.transaction.row(object, id)).filter((row) => row !== undefined);
    return projectRows(plan, rows, rowsOf(context), environment).map(recordOf);
}

export function rowsOf({ transaction, planner }: QueryContext): TransactionRows {
    return new TransactionRows(transaction, planner.definitions);
}

export function environmentOf(
    { transaction, user, formulas, fiscalYearStartMonth, access, sharing }: QueryContext,
    request: QueryRequest,
    plan?: Pick<QueryPlan, 'mode'>,
): QueryEnvironment {
    const isShared = request.access === 'user' || plan?.mode === 'user' || request.sharing === true;
    return {
        now: () => transaction.now(),
        userId: user.id,
        timeZone: user.timeZone,
        locale: user.locale,
        fiscalYearStartMonth,
        userMode: request.access === 'user',
        binds: (expression) => {
            const value = request.binds.get(expression) ?? request.binds.get(expression.toLowerCase());
            const known =
                value !== undefined || request.binds.has(expression) || request.binds.has(expression.toLowerCase());
            return known ? bindValue(value) : undefined;
        },
        formula: (object: SoqlObject, slot: number, row: StoredRow) =>
            formulas.reader((object as SoqlObjectView).schema, slot, row),
        label: (_object, field, value) =>
            field.picklistValues.find((candidate) => candidate.value === value)?.label ?? value,
        access: (object, field) => isReadable(access, object, field),
        ...(isShared && {
            visible: (object, row) => sharing.may((object as SoqlObjectView).schema, row, 'read'),
        }),
    };
}

function isReadable(access: AccessRules, object: SoqlObject, field: SoqlField | undefined): boolean {
    const { schema } = object as SoqlObjectView;
    const own = field && schema.fields[field.slot];
    return own === undefined ? access.object(schema, 'READABLE') : access.field(own, 'READABLE');
}
