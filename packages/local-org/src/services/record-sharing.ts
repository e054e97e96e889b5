import type { RunningUser } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { AccessRules } from './access-rules.ts';
import { principalsOf } from './sharing-principals.ts';

export type RecordAccess = 'read' | 'edit';

/** Org-wide defaults that give everybody the access (Metadata API, "CustomObject", sharingModel). */
const OPEN_MODELS: Readonly<Record<RecordAccess, ReadonlySet<string>>> = {
    read: new Set(['Read', 'ReadSelect', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess']),
    edit: new Set(['ReadWrite', 'ReadWriteTransfer', 'FullAccess']),
};

/** Details hang on masters that hang on masters; the platform allows three levels. */
const MAXIMUM_LEVELS = 10;

/**
 * Which records a user may see and change: org-wide default, ownership (his own, his queues', those of roles below his),
 * share rows, and view all and modify all. Sharing rules and teams count as far as share rows stand for them.
 */
export class RecordSharing {
    private readonly transaction: OrgTransaction;
    private readonly schema: OrgSchema;
    private readonly user: RunningUser;
    private readonly access: AccessRules;
    private principals: ReadonlySet<string> | null = null;

    constructor(transaction: OrgTransaction, schema: OrgSchema, user: RunningUser, access: AccessRules) {
        this.transaction = transaction;
        this.schema = schema;
        this.user = user;
        this.access = access;
    }

    may(object: ObjectSchema, row: StoredRow, wanted: RecordAccess): boolean {
        return this.mayAt(object, row, wanted, 0);
    }

    private mayAt(object: ObjectSchema, row: StoredRow, wanted: RecordAccess, level: number): boolean {
        const { sharingModel } = object;
        if (sharingModel === null || OPEN_MODELS[wanted].has(sharingModel) || this.seesAll(object, wanted)) return true;
        if (sharingModel === 'ControlledByParent') return this.mayUseParent(object, row, wanted, level);
        return this.ownsIt(object, row) || this.isSharedWithUser(object, row, wanted);
    }

    private seesAll(object: ObjectSchema, wanted: RecordAccess): boolean {
        if (this.access.isUnbound) return true;
        const { permissions } = this.access;
        const { viewAll, modifyAll } = permissions.object(object.name);
        return wanted === 'read' ? viewAll || permissions.viewAllData : modifyAll;
    }

    /** A record without a parent belongs to its owner alone. */
    private mayUseParent(object: ObjectSchema, row: StoredRow, wanted: RecordAccess, level: number): boolean {
        const masters = object.fields.filter(
            (field) => field.cascadeDelete || CONTROLLING_LOOKUPS.has(`${object.name}.${field.name}`),
        );
        const parents = masters.flatMap((field) => {
            const id = row[field.slot];
            const parent = typeof id === 'string' ? this.schema.objectOfId(id) : undefined;
            const parentRow = parent && this.transaction.row(parent, id as string);
            return parentRow === undefined ? [] : [[parent as ObjectSchema, parentRow] as const];
        });
        if (parents.length === 0) return this.ownsIt(object, row);
        if (level >= MAXIMUM_LEVELS) return false;
        return parents.every(([parent, parentRow]) => this.mayAt(parent, parentRow, wanted, level + 1));
    }

    private ownsIt(object: ObjectSchema, row: StoredRow): boolean {
        const owner = row[object.field('OwnerId')?.slot ?? -1];
        if (typeof owner !== 'string') return true;
        return this.all.has(owner) || this.isBelow(owner);
    }

    /** Whether the role of the owner stands below the user's in the role hierarchy. */
    private isBelow(ownerId: string): boolean {
        const users = this.schema.require('User');
        const roles = this.schema.require('UserRole');
        const parentSlot = roles.field('ParentRoleId')?.slot ?? -1;
        const owner = this.transaction.row(users, ownerId);
        let roleId = owner?.[users.field('UserRoleId')?.slot ?? -1];
        while (this.user.roleId !== null && typeof roleId === 'string') {
            roleId = this.transaction.row(roles, roleId)?.[parentSlot];
            if (roleId === this.user.roleId) return true;
        }
        return false;
    }

    private isSharedWithUser(object: ObjectSchema, row: StoredRow, wanted: RecordAccess): boolean {
        const shares = this.schema.object(
            object.custom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`,
        );
        if (shares === undefined) return false;
        const parent = shares.field('ParentId') ?? shares.field(`${object.name}Id`);
        const level = shares.field('AccessLevel') ?? shares.field(`${object.name}AccessLevel`);
        const holder = shares.field('UserOrGroupId');
        if (parent === undefined || level === undefined || holder === undefined) return false;
        for (const share of this.transaction.scan(shares)) {
            if (share[parent.slot] !== row[0] || !this.all.has(String(share[holder.slot]))) continue;
            const given = share[level.slot];
            if (given === 'Edit' || given === 'All' || (given === 'Read' && wanted === 'read')) return true;
        }
        return false;
    }

    private get all(): ReadonlySet<string> {
        return (this.principals ??= principalsOf(this.transaction, this.schema, this.user));
    }
}

/** Lookups that control a standard object's records where its org-wide default is Controlled by Parent. */
const CONTROLLING_LOOKUPS = new Set(['Contact.AccountId', 'Order.AccountId', 'Contract.AccountId', 'Asset.AccountId']);
