import { newApexException, type QueryRequest, type SObject, type Waiting } from '@sw-studio/apex/runtime';
import type { QueryContext } from './run-query.ts';

/** @throws System.SearchException always: SOSL is not evaluated by this org */
export function* runSearch(
    _context: QueryContext,
    request: QueryRequest,
): Generator<Waiting, { objectName: string; records: SObject[] }[], void> {
    yield { kind: 'database', detail: 'FIND' };
    throw newApexException('System.SearchException', `The local org does not evaluate SOSL: ${request.text}`);
}
