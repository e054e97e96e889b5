import { writeCompanion } from './companion-rows.ts';
import type { RowValues } from './row-values.ts';

/** Fields of an email that name people, and what their relation is called. */
const ADDRESS_FIELDS = ['FromAddress', 'ToAddress', 'CcAddress', 'BccAddress'];

/** Each address of an email is a row of its own (Object Reference, EmailMessageRelation). */
export function completeEmailMessage(values: RowValues): void {
    if (!values.isNew) return;
    const { context, row } = values;
    for (const field of ADDRESS_FIELDS) {
        for (const address of addressesOf(values.get(field))) {
            writeCompanion(context, 'EmailMessageRelation', {
                EmailMessageId: row.id,
                RelationType: field,
                RelationAddress: address,
            });
        }
    }
}

function addressesOf(value: unknown): string[] {
    return typeof value === 'string'
        ? value
              .split(/[;,]/)
              .map((address) => address.trim())
              .filter((address) => address !== '')
        : [];
}
