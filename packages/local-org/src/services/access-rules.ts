import type { FieldAccess, RunningUser } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { Permissions } from './permissions.ts';

export type ObjectAccess = FieldAccess | 'DELETABLE' | 'UNDELETABLE';

/**
 * What a user may do with objects and fields in one transaction. Permissions are read again after the transaction has
 * written rows of its own: an assignment that it makes counts at once.
 */
export class AccessRules {
    private readonly transaction: OrgTransaction;
    private readonly schema: OrgSchema;
    private readonly user: RunningUser;
    private known: { readonly version: number; readonly permissions: Permissions } | null = null;

    constructor(transaction: OrgTransaction, schema: OrgSchema, user: RunningUser) {
        this.transaction = transaction;
        this.schema = schema;
        this.user = user;
    }

    /** Platform event triggers and other work of the platform itself is bound by no permission. */
    get isUnbound(): boolean {
        return this.user.userType === 'AutomatedProcess' || this.permissions.modifyAllData;
    }

    get permissions(): Permissions {
        const version = this.transaction.permissionVersion;
        if (this.known?.version !== version) {
            this.known = { version, permissions: new Permissions(this.transaction, this.schema, this.user) };
        }
        return this.known.permissions;
    }

    object(object: ObjectSchema, access: ObjectAccess): boolean {
        if (this.isUnbound) return true;
        const governing = this.governing(object);
        if (governing === null) return access === 'READABLE' || !needsSetupAccess(object) || this.maySetUp;
        if (this.permissions.viewAllData && access === 'READABLE') return true;
        const permissions = this.permissions.object(governing.name);
        if (permissions.modifyAll) return true;
        switch (access) {
            case 'READABLE':
                return permissions.read;
            case 'CREATABLE':
                return permissions.create;
            case 'UPDATABLE':
                return permissions.edit;
            case 'UPSERTABLE':
                return permissions.create && permissions.edit;
            case 'DELETABLE':
            case 'UNDELETABLE':
                return permissions.delete;
        }
    }

    field(field: FieldSchema, access: FieldAccess): boolean {
        return isOpenTo(field, access) && this.mayUse(field, access);
    }

    /** Whether the user was granted the field, whatever the field itself allows. */
    mayUse(field: FieldSchema, access: FieldAccess): boolean {
        const { object } = field;
        if (this.isUnbound) return true;
        if (!this.object(object, access)) return false;
        const granted = grantedField(field);
        if (this.governing(object) !== object || !isPermissionable(granted)) return true;
        const permissions = this.permissions.field(object, granted.name, granted.custom);
        return access === 'READABLE' ? permissions.read : permissions.edit;
    }

    private get maySetUp(): boolean {
        return this.permissions.customizeApplication;
    }

    /** The object whose permissions count: the record's own, or that of a share, history or detail. Null: none do. */
    private governing(object: ObjectSchema): ObjectSchema | null {
        const parent = object.parentObject ?? CONTROLLED_BY[object.name];
        if (parent !== null && parent !== undefined) return this.schema.object(parent) ?? null;
        const isData = object.kind === 'object' && !object.setup && object.sharingModel !== null;
        return isData || object.kind === 'platformEvent' ? object : null;
    }
}

/** Details of standard objects that have no permissions of their own (Salesforce Help, "Object Permissions"). */
const CONTROLLED_BY: Readonly<Record<string, string>> = {
    AccountContactRelation: 'Account',
    AccountContactRole: 'Account',
    CampaignMember: 'Campaign',
    CaseComment: 'Case',
    OpportunityContactRole: 'Opportunity',
    OpportunityLineItem: 'Opportunity',
    OrderItem: 'Order',
    PricebookEntry: 'Pricebook2',
};

/** Settings and metadata are written by those who may customize the application. */
function needsSetupAccess({ kind }: ObjectSchema): boolean {
    return kind === 'hierarchySetting' || kind === 'listSetting' || kind === 'customMetadata';
}

/** A part of an address is granted with the address. */
function grantedField(field: FieldSchema): FieldSchema {
    return (field.compoundFieldName !== null && field.object.field(field.compoundFieldName)) || field;
}

/** Whether the field can be taken away at all: system fields, required ones, names and masters cannot. */
function isPermissionable(field: FieldSchema): boolean {
    if (field.slot === 0 || field.nameField || field.cascadeDelete || field.name === 'OwnerId') return false;
    if (field.type === 'address' || field.type === 'location' || field.calculated || field.autoNumber) return true;
    return field.nillable && (field.createable || field.updateable);
}

function isOpenTo(field: FieldSchema, access: FieldAccess): boolean {
    switch (access) {
        case 'READABLE':
            return true;
        case 'CREATABLE':
            return field.createable;
        case 'UPDATABLE':
            return field.updateable;
        case 'UPSERTABLE':
            return field.createable || field.updateable;
    }
}
