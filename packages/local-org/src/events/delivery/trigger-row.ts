import type { EventTrigger } from '../../apex/apex-triggers.ts';
import type { SystemRows } from '../../jobs/rows/system-rows.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';

/** The ApexTrigger row of a trigger; a program without deployed metadata has none. */
export function triggerRow(
    rows: SystemRows,
    transaction: OrgTransaction,
    trigger: EventTrigger,
): { readonly id: string | null; readonly body: string } {
    for (const row of rows.scan(transaction, 'ApexTrigger')) {
        const isIt =
            row.text('Name') === trigger.localName && (row.text('NamespacePrefix') ?? '') === trigger.namespace;
        if (isIt) return { id: row.id, body: row.text('Body') ?? '' };
    }
    return { id: null, body: '' };
}
