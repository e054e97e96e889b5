import type { AccessPath } from './access-path.ts';
import { rank } from './access-path.ts';
import type { QueryPlan } from './plan-query.ts';

/** One way to run the query, as the explain resource of the REST API lists them. */
export interface PlanExplanation {
    readonly leadingOperationType: 'Index' | 'TableScan';
    /** The fields of the index. */
    readonly fields: readonly string[];
    readonly sobjectType: string;
    /** Below 1: selective, as far as the form of the filter tells. */
    readonly relativeCost: number;
    readonly notes: readonly string[];
}

/** The ways that the planner considers, cheapest first. The last one is always the scan of the whole object. */
export function explainPlan({ access, object, allRows }: QueryPlan): PlanExplanation[] {
    const { name: sobjectType } = object;
    const scan = { leadingOperationType: 'TableScan' as const, fields: [], sobjectType, relativeCost: 1, notes: [] };
    if (allRows) return [{ ...scan, notes: ['ALL ROWS reads deleted rows, which are in no index'] }];
    const indexed = access.candidates.map((path) => ({
        leadingOperationType: 'Index' as const,
        fields: fieldsOf(path),
        sobjectType,
        relativeCost: rank(path) / 10,
        notes: [],
    }));
    if (access.order === undefined) return [...indexed, scan];
    const { field } = access.order;
    const notes = [`Read in the order of ${field.name}: no sort, and a LIMIT ends the read`];
    const ordered = {
        leadingOperationType: 'Index' as const,
        fields: [field.name],
        sobjectType,
        relativeCost: 0.9,
        notes,
    };
    return [...indexed, ordered, scan];
}

function fieldsOf(path: AccessPath): string[] {
    switch (path.kind) {
        case 'id':
            return ['Id'];
        case 'union':
            return [...new Set(path.paths.flatMap(fieldsOf))];
        case 'parent':
            return fieldsOf(path.path).map((field) => `${path.step.relationship}.${field}`);
        case 'scan':
            return [];
        default:
            return [path.field.name];
    }
}
