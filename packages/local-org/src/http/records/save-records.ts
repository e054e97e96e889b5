import type { DmlOperation, DmlRowOutcome, SObject, SObjectFieldInfo, Waiting } from '@sw-studio/apex/runtime';
import type { ApexSession } from '../../apex/apex-session.ts';

export interface SaveRequest {
    readonly operation: Exclude<DmlOperation, 'merge'>;
    readonly records: readonly SObject[];
    readonly allOrNone: boolean;
    readonly externalIdField?: SObjectFieldInfo;
}

/** DML of the API: as the user, with what the user may write, and not counted against the limits of Apex. */
export function saveRecords(session: ApexSession, save: SaveRequest): Generator<Waiting, DmlRowOutcome[], void> {
    return session.open.database.dml({ ...save, access: 'user' });
}
