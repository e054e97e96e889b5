import type { LocalOrg } from '@sw-studio/local-org';

type StoredValue = string | number | boolean | null;

/** A row of `Row__c` in stored form, ending at its last value. */
export function rowValues(org: LocalOrg, index: number, id: string): StoredValue[] {
    const object = org.schema.require('Row__c');
    const now = Date.parse('2026-03-15T00:00:00Z') + Math.floor(index / 200) * 1000;
    const values: Readonly<Record<string, StoredValue>> = {
        Id: id,
        OwnerId: org.ids.adminId,
        IsDeleted: false,
        Name: `R-${String(index).padStart(7, '0')}`,
        CreatedDate: now,
        CreatedById: org.ids.adminId,
        LastModifiedDate: now,
        LastModifiedById: org.ids.adminId,
        SystemModstamp: now,
        Key__c: `KEY-${index}`,
        Claim__c: `PENDING-${index % 1000}`,
        Source__c: `S${index % 50}`,
        Status__c: 'Pending',
        Attempts__c: index % 5,
        Due__c: now,
    };
    return object.fields.map(({ name }) => values[name] ?? null);
}
