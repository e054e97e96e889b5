import type { RunningUser } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { AccessRules } from './access-rules.ts';
import { principalsOf } from './sharing-principals.ts';

export type RecordAccess = 'read' | 'edit' | 'delete';

/** Org-wide defaults that give everybody the access (Metadata API, "CustomObject", sharingModel). */
const OPEN_MODELS: Readonly<Record<RecordAccess, ReadonlySet<string>>> = {
    read: new Set(['Read', 'ReadSelect', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess']),
    edit: new Set(['ReadWrite', 'ReadWriteTransfer', 'FullAccess']),
    delete: new Set(['FullAccess']),
};

/** Levels of share rows that give the access. */
const SHARE_LEVELS: Readonly<Record<RecordAccess, ReadonlySet<unknown>>> = {
    read: new Set(['Read', 'Edit', 'All']),
    edit: new Set(['Edit', 'All']),
    delete: new Set(['All']),
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
    /** What was read of groups and roles, until the transaction writes setup rows of its own. */
    private known: {
        readonly version: number;
        readonly principals: ReadonlySet<string>;
        readonly below: Map<string, boolean>;
    } | null = null;

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
        return modifyAll || (wanted === 'read' && (viewAll || permissions.viewAllData));
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
        // who may change the parent may also delete what hangs on it
        const atParent = wanted === 'delete' ? 'edit' : wanted;
        return parents.every(([parent, parentRow]) => this.mayAt(parent, parentRow, atParent, level + 1));
    }

    private ownsIt(object: ObjectSchema, row: StoredRow): boolean {
        const owner = row[object.field('OwnerId')?.slot ?? -1];
        if (typeof owner !== 'string') return true;
        const { principals, below } = this.facts;
        if (principals.has(owner)) return true;
        let isBelow = below.get(owner);
        if (isBelow === undefined) below.set(owner, (isBelow = this.isBelow(owner)));
        return isBelow;
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
        const { principals } = this.facts;
        for (const share of this.transaction.rowsWith(shares, parent.slot, row[0] ?? null) ??
            this.transaction.scan(shares)) {
            if (share[parent.slot] !== row[0] || !principals.has(String(share[holder.slot]))) continue;
            if (SHARE_LEVELS[wanted].has(share[level.slot])) return true;
        }
        return false;
    }

    private get facts(): NonNullable<typeof this.known> {
        const version = this.transaction.permissionVersion;
        if (this.known?.version !== version) {
            const principals = principalsOf(this.transaction, this.schema, this.user);
            this.known = { version, principals, below: new Map() };
        }
        return this.known;
    }
}

/** Lookups that control a standard object's records where its org-wide default is Controlled by Parent. */
const CONTROLLING_LOOKUPS = new Set(['Contact.AccountId', 'Order.AccountId', 'Contract.AccountId', 'Asset.AccountId']);
