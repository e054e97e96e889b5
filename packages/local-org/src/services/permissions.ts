import type { RunningUser } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { permissionSetsOf } from '../users/custom-permissions.ts';
import { STANDARD_PROFILE_GRANTS, UNGRANTED_FIELDS } from './standard-profile-permissions.ts';

export interface ObjectPermissions {
    create: boolean;
    read: boolean;
    edit: boolean;
    delete: boolean;
    viewAll: boolean;
    modifyAll: boolean;
}

export interface FieldPermissions {
    read: boolean;
    edit: boolean;
}

/** What all permission sets of a user grant together, as a transaction sees them at the time of reading. */
export class Permissions {
    readonly modifyAllData: boolean;
    readonly viewAllData: boolean;
    readonly customizeApplication: boolean;
    readonly manageNamedCredentials: boolean;
    readonly authorApex: boolean;
    private readonly objects = new Map<string, ObjectPermissions>();
    private readonly fields = new Map<string, FieldPermissions>();
    /** Standard objects whose standard fields the profile grants, with whether they may be edited. */
    private readonly standardFields = new Map<string, boolean>();

    constructor(transaction: OrgTransaction, schema: OrgSchema, user: RunningUser) {
        const granted = permissionSetsOf(transaction, schema, user);
        const has = (name: string): boolean =>
            grants(transaction, schema.require('PermissionSet'), granted).some((flag) => flag(name)) ||
            profileFlag(transaction, schema, user, name);
        this.modifyAllData = has('PermissionsModifyAllData');
        this.viewAllData = this.modifyAllData || has('PermissionsViewAllData');
        this.customizeApplication = has('PermissionsCustomizeApplication');
        this.manageNamedCredentials = this.customizeApplication || has('PermissionsManageNamedCredentials');
        this.authorApex = has('PermissionsAuthorApex');
        this.readProfile(profileName(transaction, schema, user));
        this.readObjects(transaction, schema.require('ObjectPermissions'), granted);
        this.readFields(transaction, schema.require('FieldPermissions'), granted);
    }

    object(name: string): ObjectPermissions {
        const key = name.toLowerCase();
        let permissions = this.objects.get(key);
        if (permissions === undefined) this.objects.set(key, (permissions = nothing()));
        return permissions;
    }

    /** @param name of the field that is granted: the address for its parts */
    field(object: ObjectSchema, name: string, custom: boolean): FieldPermissions {
        const key = `${object.name}.${name}`.toLowerCase();
        const own = this.fields.get(key);
        const standard =
            custom || UNGRANTED_FIELDS.has(key) ? undefined : this.standardFields.get(object.name.toLowerCase());
        return { read: standard !== undefined || own?.read === true, edit: standard === true || own?.edit === true };
    }

    private readProfile(name: string | null): void {
        for (const [object, grant] of Object.entries(STANDARD_PROFILE_GRANTS[name ?? ''] ?? {})) {
            const permissions = this.object(object);
            permissions.create = grant.includes('C');
            permissions.read = true;
            permissions.edit = grant.includes('E');
            permissions.delete = grant.includes('D');
            this.standardFields.set(object.toLowerCase(), permissions.edit);
        }
    }

    private readObjects(transaction: OrgTransaction, object: ObjectSchema, granted: ReadonlySet<string>): void {
        const type = object.field('SobjectType')?.slot ?? -1;
        for (const [row, flag] of grantRows(transaction, object, granted)) {
            const permissions = this.object(String(row[type]));
            permissions.create ||= flag('PermissionsCreate');
            permissions.read ||= flag('PermissionsRead');
            permissions.edit ||= flag('PermissionsEdit');
            permissions.delete ||= flag('PermissionsDelete');
            permissions.modifyAll ||= flag('PermissionsModifyAllRecords');
            permissions.viewAll ||= permissions.modifyAll || flag('PermissionsViewAllRecords');
        }
    }

    private readFields(transaction: OrgTransaction, object: ObjectSchema, granted: ReadonlySet<string>): void {
        const field = object.field('Field')?.slot ?? -1;
        for (const [row, flag] of grantRows(transaction, object, granted)) {
            const key = String(row[field]).toLowerCase();
            const known = this.fields.get(key) ?? { read: false, edit: false };
            known.edit ||= flag('PermissionsEdit');
            known.read ||= known.edit || flag('PermissionsRead');
            this.fields.set(key, known);
        }
    }
}

function nothing(): ObjectPermissions {
    return { create: false, read: false, edit: false, delete: false, viewAll: false, modifyAll: false };
}

type Flag = (name: string) => boolean;

function flagOf(object: ObjectSchema, row: StoredRow): Flag {
    return (name) => row[object.field(name)?.slot ?? -1] === true;
}

function grants(transaction: OrgTransaction, object: ObjectSchema, granted: ReadonlySet<string>): Flag[] {
    return [...granted].flatMap((id) => {
        const row = transaction.row(object, id);
        return row === undefined ? [] : [flagOf(object, row)];
    });
}

function* grantRows(
    transaction: OrgTransaction,
    object: ObjectSchema,
    granted: ReadonlySet<string>,
): Generator<readonly [row: StoredRow, flag: Flag]> {
    const parent = object.field('ParentId')?.slot ?? -1;
    for (const row of transaction.scan(object)) {
        if (granted.has(row[parent] as string)) yield [row, flagOf(object, row)];
    }
}

function profileRow(transaction: OrgTransaction, schema: OrgSchema, user: RunningUser): StoredRow | undefined {
    return user.profileId === '' ? undefined : transaction.row(schema.require('Profile'), user.profileId);
}

function profileName(transaction: OrgTransaction, schema: OrgSchema, user: RunningUser): string | null {
    const slot = schema.require('Profile').field('Name')?.slot ?? -1;
    return (profileRow(transaction, schema, user)?.[slot] ?? null) as string | null;
}

function profileFlag(transaction: OrgTransaction, schema: OrgSchema, user: RunningUser, name: string): boolean {
    const row = profileRow(transaction, schema, user);
    return row !== undefined && flagOf(schema.require('Profile'), row)(name);
}
