import type { SettingsService, SObject, SObjectTypeInfo } from '@sw-studio/apex/runtime';
import type { FormulaReader } from '../rows/record-row.ts';
import { recordOfRow } from '../rows/record-row.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** Custom settings and custom metadata as Apex reads them: from the transaction's view of the rows, at no SOQL cost. */
export class SettingsReader implements SettingsService {
    private readonly transaction: OrgTransaction;
    private readonly formulas: FormulaReader;
    private readonly users: ObjectSchema;

    /** @param users the schema's User object */
    constructor(transaction: OrgTransaction, formulas: FormulaReader, users: ObjectSchema) {
        this.users = users;
        this.transaction = transaction;
        this.formulas = formulas;
    }

    row(type: SObjectTypeInfo, key: string): SObject | null {
        const object = type as ObjectSchema;
        const slot = object.field(keyField(type))?.slot;
        if (slot === undefined) return null;
        const lower = key.toLowerCase();
        for (const row of this.transaction.scan(object)) {
            if (String(row[slot] ?? '').toLowerCase() === lower) return recordOfRow(object, row, this.formulas);
        }
        return null;
    }

    profileOf(userId: string): string | null {
        const slot = this.users.field('ProfileId')?.slot;
        const row = this.transaction.row(this.users, userId);
        return slot === undefined ? null : ((row?.[slot] ?? null) as string | null);
    }

    rows(type: SObjectTypeInfo): readonly SObject[] {
        const object = type as ObjectSchema;
        return [...this.transaction.scan(object)].map((row) => recordOfRow(object, row, this.formulas));
    }
}

function keyField(type: SObjectTypeInfo): string {
    if (type.kind === 'hierarchySetting') return 'SetupOwnerId';
    return type.kind === 'customMetadata' ? 'DeveloperName' : 'Name';
}
