import type { LocalOrg } from '@sw-studio/local-org';
import { type PlainRow, queryRows, writeRows } from './plain-rows.ts';

/** Users as customers have them. */
export interface CycleUsers {
    /** System administrator who holds SW Studio Administrator: turns the sync on. */
    readonly admin: string;
    /** A second one. */
    readonly otherAdmin: string;
    /** Holds SW Studio User: may look. */
    readonly viewer: string;
    /** Holds nothing of the package. */
    readonly stranger: string;
}

const PEOPLE: readonly (readonly [user: keyof CycleUsers, profile: string, permissionSet: string | null])[] = [
    ['admin', 'System Administrator', 'SalesWings_User'],
    ['otherAdmin', 'System Administrator', 'SalesWings_User'],
    ['viewer', 'Standard User', 'SalesWings_Data_Manipulation'],
    ['stranger', 'Standard User', null],
];

/** @param timeZone of all of them, an IANA name: schedules are read in it */
export function createUsers(org: LocalOrg, timeZone: string): CycleUsers {
    const profiles = idsByName(queryRows(org, 'SELECT Id, Name FROM Profile'));
    const permissionSets = idsByName(queryRows(org, 'SELECT Id, Name FROM PermissionSet'));
    const open = org.openTransaction();
    const ids = writeRows(
        open,
        org,
        'insert',
        'User',
        PEOPLE.map(([name, profile]) => ({
            Username: `${name.toLowerCase()}@studio.example`,
            LastName: name,
            Email: `${name.toLowerCase()}@studio.example`,
            Alias: name.slice(0, 8),
            IsActive: true,
            ProfileId: profiles.get(profile) ?? null,
            TimeZoneSidKey: timeZone,
            LocaleSidKey: 'en_US',
            LanguageLocaleKey: 'en_US',
            EmailEncodingKey: 'UTF-8',
        })),
    );
    const assignments = PEOPLE.flatMap(([, , permissionSet], index) =>
        permissionSet === null
            ? []
            : [{ AssigneeId: ids[index] ?? null, PermissionSetId: permissionSets.get(permissionSet) ?? null }],
    );
    writeRows(open, org, 'insert', 'PermissionSetAssignment', assignments);
    open.transaction.commit();
    return Object.fromEntries(PEOPLE.map(([name], index) => [name, ids[index]])) as unknown as CycleUsers;
}

function idsByName(rows: readonly PlainRow[]): ReadonlyMap<string, string> {
    return new Map(rows.map((row) => [row['Name'] as string, row['Id'] as string]));
}
