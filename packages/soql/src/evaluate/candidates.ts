import { familyOf } from '../check/families.ts';
import type { AccessPath, AccessPlan, IndexOrder } from '../plan/access-path.ts';
import type { QueryPlan } from '../plan/plan-query.ts';
import type { StoredRow } from '../source.ts';
import type { Execution } from './execution.ts';
import { isEnglish } from './order.ts';
import { PathOpener } from './path-opener.ts';
import type { Opened, SemiJoinValues } from './path-opener.ts';

export interface Candidates {
    readonly rows: Iterable<StoredRow>;
    readonly access: 'id' | 'index' | 'scan';
    /** The index order that the rows come in, where it is the query's. */
    readonly order: IndexOrder | undefined;
}

/** A lookup that reaches more rows than this loses against walking an index in the wanted order up to a LIMIT. */
const walkingPays = 1000;
/** No other lookup is tried once one reaches so few rows. */
const fewRows = 8;

/** Opens the cheapest way to the rows that the execution's values allow. */
export function openCandidates(
    plan: QueryPlan,
    execution: Execution,
    limit: number,
    semiJoin: SemiJoinValues,
): Candidates {
    const { object, access } = plan;
    const scan = (): Candidates => {
        const rows = execution.source.scan(object, { includeDeleted: plan.allRows });
        return { rows, access: 'scan', order: undefined };
    };
    // Deleted rows are in no index.
    if (plan.allRows) return scan();
    const opener = new PathOpener(object, execution, semiJoin);
    const order = usableOrder(access, execution);
    const point = cheapestPoint(access.candidates, opener);
    const isFew = point?.size === undefined || point.size <= Math.max(walkingPays, limit * 10);
    if (point !== undefined && (order === undefined || isFew)) return unordered(point);
    const ranges = access.candidates.filter(isRange);
    const own = ranges.find((path) => path.kind === 'range' && path.field === order?.field);
    if (order !== undefined && (own !== undefined || ranges.length === 0 || point !== undefined)) {
        const walk = opener.open(own ?? { kind: 'range', field: order.field, bounds: [] }, order.descending);
        if (walk !== undefined) return { rows: walk.rows, access: 'index', order };
    }
    if (point !== undefined) return unordered(point);
    for (const path of ranges) {
        const opened = opener.open(path);
        if (opened !== undefined) return unordered(opened);
    }
    return scan();
}

function unordered({ rows, path }: Opened): Candidates {
    return { rows, access: path.kind === 'id' ? 'id' : 'index', order: undefined };
}

/** Indexes order text as English locales do. */
function usableOrder({ order }: AccessPlan, { environment }: Execution): IndexOrder | undefined {
    if (order === undefined) return undefined;
    return familyOf(order.field.type) !== 'text' || isEnglish(environment.locale) ? order : undefined;
}

function isRange(path: AccessPath): boolean {
    return path.kind === 'range' || path.kind === 'prefix';
}

/** Among the lookups of values the one that reaches the fewest rows, as far as the row source tells. */
function cheapestPoint(candidates: readonly AccessPath[], opener: PathOpener): Opened | undefined {
    let best: Opened | undefined;
    for (const path of candidates) {
        if (isRange(path)) continue;
        const opened = opener.open(path);
        if (opened === undefined) continue;
        if (best === undefined || (opened.size ?? Infinity) < (best.size ?? Infinity)) best = opened;
        if (best.size !== undefined && best.size <= fewRows) break;
    }
    return best;
}
