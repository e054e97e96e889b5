import { meaningOf, type RowValues } from './row-values.ts';

/** A case is closed by its status, at the time of the save. */
export function deriveCase(values: RowValues): void {
    if (!values.changed('Status')) return;
    const isClosed = meaningOf(values.context, 'CaseStatus', values.get('Status'))?.('IsClosed') === true;
    const wasClosed = values.get('IsClosed') === true;
    values.set('IsClosed', isClosed);
    if (values.isNew) values.set('IsClosedOnCreate', isClosed);
    if (isClosed !== wasClosed) values.set('ClosedDate', isClosed ? values.context.transaction.now() : null);
}
