import { newApexException } from '@sw-studio/apex/runtime';
import type { QueryPlan, QueryResult } from '@sw-studio/soql';
import type { SoqlObjectView } from '../schema/soql-schema.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** Rows beyond which the platform calls an object large (Apex guide, "Working with Very Large SOQL Queries"). */
const LARGE = 200_000;

/**
 * Share of the rows that a filter on an index may reach: that of custom indexes, the stricter ones (same page). Beyond
 * the first million half of it counts, and never more than the maximum.
 */
const SELECTIVE_SHARE = 0.1;
const FIRST_ROWS = 1_000_000;
const SELECTIVE_MAXIMUM = 333_333;

const NON_SELECTIVE =
    `Non-selective query against large object type (more than ${LARGE} rows). Consider an indexed filter or contact ` +
    'salesforce.com about custom indexing.\nEven if a field is indexed a filter might still not be selective when:\n' +
    '1. The filter value includes null (for instance binding with a list that contains null)\n' +
    '2. Data skew exists whereby the number of matching rows is very large (for instance, filtering for a particular ' +
    'foreign key value that occurs many times)';

/** @throws System.QueryException for a query of a large object that no index makes short */
export function refuseUnselective(
    { transaction }: { readonly transaction: OrgTransaction },
    plan: QueryPlan,
    { access, examined }: QueryResult,
): void {
    const rows = transaction.store.table((plan.object as SoqlObjectView).schema).size;
    if (rows <= LARGE || access === 'id') return;
    if (access === 'scan' || examined > selectiveRows(rows)) {
        throw newApexException('System.QueryException', NON_SELECTIVE);
    }
}

function selectiveRows(rows: number): number {
    const first = Math.min(rows, FIRST_ROWS) * SELECTIVE_SHARE;
    const further = (Math.max(0, rows - FIRST_ROWS) * SELECTIVE_SHARE) / 2;
    return Math.min(first + further, SELECTIVE_MAXIMUM);
}
