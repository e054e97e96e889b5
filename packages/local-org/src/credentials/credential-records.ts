import type { Waiting } from '@sw-studio/apex/runtime';
import { CREDENTIAL_RECORD } from '../schema/internal-objects.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** `url` is an address that an admin put in the place of a package's own. */
export type CredentialRecordKind = 'named' | 'external' | 'url' | 'secret';

const KEY = CREDENTIAL_RECORD.field('RecordKey')?.slot as number;
const KIND = CREDENTIAL_RECORD.field('Kind')?.slot as number;
const CONTENT = CREDENTIAL_RECORD.field('Content')?.slot as number;

/** What an org keeps of credentials beyond its packages. Names are compared without case. */
export const credentialRecords = {
    find<T>(transaction: OrgTransaction, kind: CredentialRecordKind, name: string): T | undefined {
        const row = rowOf(transaction, kind, name);
        return row && (JSON.parse(row[CONTENT] as string) as T);
    },

    all<T>(transaction: OrgTransaction, kind: CredentialRecordKind): T[] {
        const rows = [...transaction.scan(CREDENTIAL_RECORD)].filter((row) => row[KIND] === kind);
        return rows.map((row) => JSON.parse(row[CONTENT] as string) as T);
    },

    *save(
        transaction: OrgTransaction,
        kind: CredentialRecordKind,
        name: string,
        content: unknown,
    ): Generator<Waiting, void, void> {
        const id = rowOf(transaction, kind, name)?.[0] as string | undefined;
        if (id !== undefined) yield* transaction.lock(id, `credential ${name}`);
        const kept = id ?? transaction.store.ids.next(CREDENTIAL_RECORD.keyPrefix as string);
        transaction.write(CREDENTIAL_RECORD, kept, [kept, keyOf(kind, name), kind, JSON.stringify(content)]);
    },

    *remove(transaction: OrgTransaction, kind: CredentialRecordKind, name: string): Generator<Waiting, void, void> {
        const row = rowOf(transaction, kind, name);
        if (row === undefined) return;
        const id = row[0] as string;
        yield* transaction.lock(id, `credential ${name}`);
        transaction.write(CREDENTIAL_RECORD, id, row, 'purged');
    },
};

function keyOf(kind: CredentialRecordKind, name: string): string {
    return `${kind} ${name.toLowerCase()}`;
}

function rowOf(transaction: OrgTransaction, kind: CredentialRecordKind, name: string): StoredRow | undefined {
    return transaction.rowsWith(CREDENTIAL_RECORD, KEY, keyOf(kind, name))?.[0];
}
