import type {
    ChildRelationshipInfo,
    FieldSetInfo,
    RecordTypeDescription,
    SObjectTypeInfo,
} from '@sw-studio/apex/runtime';
import type { ValidationRuleMetadata } from '../metadata/model.ts';
import type { FieldDefinition, FieldSchema } from './field-schema.ts';
import { namespaceOf } from './names.ts';

export interface ValidationRule extends ValidationRuleMetadata {
    /** Of the package that brought the rule: bare names in its formula belong to it. */
    readonly namespace: string;
}

/** Allowed values of a picklist field under a record type; a field that is missing is not narrowed. */
export interface RecordTypeRow extends RecordTypeDescription {
    readonly namespace: string;
    readonly picklists: ReadonlyMap<string, { readonly allowed: ReadonlySet<string>; readonly default: string | null }>;
}

export interface ObjectDefinition {
    readonly name: string;
    readonly localName: string;
    readonly namespace: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string | null;
    readonly custom: boolean;
    readonly kind: SObjectTypeInfo['kind'];
    readonly fieldSets: readonly FieldSetInfo[];
    readonly recordTypes: readonly RecordTypeRow[];
    readonly validationRules: readonly ValidationRule[];
    readonly childRelationships: readonly ChildRelationshipInfo[];
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly undeletable: boolean;
    readonly mergeable: boolean;
    readonly queryable: boolean;
    readonly searchable: boolean;
    readonly triggerable: boolean;
    readonly feedEnabled: boolean;
    /** DML on it may not share a transaction with DML on other objects. */
    readonly setup: boolean;
    /** `Private`, `Read`, `ReadWrite`, `ControlledByParent`, ...; null for objects that are not shared by record. */
    readonly sharingModel: string | null;
    readonly trackHistory: boolean;
    readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately' | null;
    /** The object that a share, history or change event belongs to. */
    readonly parentObject: string | null;
    /** Custom settings and custom metadata types that only their own package may read. */
    readonly visibility: 'Public' | 'Protected' | 'PackageProtected';
}

/** An object of the org. Immutable: a deployment that changes it makes a new one. */
export class ObjectSchema implements SObjectTypeInfo {
    readonly name: string;
    readonly localName: string;
    readonly namespace: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string | null;
    readonly custom: boolean;
    readonly kind: SObjectTypeInfo['kind'];
    readonly fields: readonly FieldSchema[];
    readonly childRelationships: readonly ChildRelationshipInfo[];
    readonly nameField: FieldSchema | undefined;
    readonly recordTypes: readonly RecordTypeRow[];
    readonly fieldSets: readonly FieldSetInfo[];
    readonly validationRules: readonly ValidationRule[];
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly undeletable: boolean;
    readonly mergeable: boolean;
    readonly queryable: boolean;
    readonly searchable: boolean;
    readonly triggerable: boolean;
    readonly feedEnabled: boolean;
    readonly setup: boolean;
    readonly sharingModel: string | null;
    readonly trackHistory: boolean;
    readonly publishBehavior: ObjectDefinition['publishBehavior'];
    readonly parentObject: string | null;
    readonly visibility: ObjectDefinition['visibility'];
    private readonly fieldsByName = new Map<string, FieldSchema>();
    private readonly relationshipsByName = new Map<string, FieldSchema>();
    private readonly childrenByName = new Map<string, ChildRelationshipInfo>();

    constructor(definition: ObjectDefinition, fields: readonly FieldDefinition[]) {
        this.name = definition.name;
        this.localName = definition.localName;
        this.namespace = definition.namespace;
        this.label = definition.label;
        this.labelPlural = definition.labelPlural;
        this.keyPrefix = definition.keyPrefix;
        this.custom = definition.custom;
        this.kind = definition.kind;
        this.childRelationships = definition.childRelationships;
        this.recordTypes = definition.recordTypes;
        this.fieldSets = definition.fieldSets;
        this.validationRules = definition.validationRules;
        this.createable = definition.createable;
        this.updateable = definition.updateable;
        this.deletable = definition.deletable;
        this.undeletable = definition.undeletable;
        this.mergeable = definition.mergeable;
        this.queryable = definition.queryable;
        this.searchable = definition.searchable;
        this.triggerable = definition.triggerable;
        this.feedEnabled = definition.feedEnabled;
        this.setup = definition.setup;
        this.sharingModel = definition.sharingModel;
        this.trackHistory = definition.trackHistory;
        this.publishBehavior = definition.publishBehavior;
        this.parentObject = definition.parentObject;
        this.visibility = definition.visibility;
        this.fields = fields.map((field, slot) => ({ ...field, object: this, slot }));
        this.nameField = this.fields.find(({ nameField }) => nameField);
        this.indexNames();
    }

    field(name: string): FieldSchema | undefined {
        return this.fieldsByName.get(name.toLowerCase());
    }

    /** As seen from a namespace: its own fields by their bare names, those of others by their full ones. */
    fieldIn(name: string, namespace: string): FieldSchema | undefined {
        return this.ownFirst(name, namespace, (each) => this.field(each), nameOf);
    }

    relationship(name: string): FieldSchema | undefined {
        return this.relationshipsByName.get(name.toLowerCase());
    }

    relationshipIn(name: string, namespace: string): FieldSchema | undefined {
        return this.ownFirst(name, namespace, (each) => this.relationship(each), relationshipNameOf);
    }

    childRelationship(name: string): ChildRelationshipInfo | undefined {
        return this.childrenByName.get(name.toLowerCase());
    }

    childRelationshipIn(name: string, namespace: string): ChildRelationshipInfo | undefined {
        return this.ownFirst(name, namespace, (each) => this.childRelationship(each), relationshipNameOf);
    }

    private ownFirst<T>(
        name: string,
        namespace: string,
        find: (name: string) => T | undefined,
        spelling: (found: T) => string | null,
    ): T | undefined {
        const own = namespace === '' || !name.includes('__') ? undefined : find(`${namespace}__${name}`);
        if (own !== undefined) return own;
        const found = find(name);
        const isSpelledOut = found !== undefined && spelling(found)?.toLowerCase() === name.toLowerCase();
        return isSpelledOut ? found : undefined;
    }

    private indexNames(): void {
        for (const field of this.fields) {
            this.fieldsByName.set(field.name.toLowerCase(), field);
            const relationship = field.relationshipName?.toLowerCase();
            if (relationship !== undefined && !this.relationshipsByName.has(relationship)) {
                this.relationshipsByName.set(relationship, field);
            }
        }
        for (const child of this.childRelationships) {
            if (child.relationshipName !== null) this.childrenByName.set(child.relationshipName.toLowerCase(), child);
        }
        addBareNames(this.fieldsByName, this.namespace);
        addBareNames(this.relationshipsByName, this.namespace);
        addBareNames(this.childrenByName, this.namespace);
    }
}

function nameOf({ name }: FieldSchema): string {
    return name;
}

function relationshipNameOf({ relationshipName }: { readonly relationshipName: string | null }): string | null {
    return relationshipName;
}

/**
 * Adds the names without their namespace. A name that exists unprefixed keeps its meaning; among packages the object's
 * own comes first, and a bare name that two other packages share stays unknown.
 */
function addBareNames<T>(byName: Map<string, T>, ownNamespace: string): void {
    const own = ownNamespace.toLowerCase();
    const bare = new Map<string, { readonly value: T; readonly own: boolean } | null>();
    for (const [name, value] of byName) {
        const namespace = namespaceOf(name);
        if (namespace === '') continue;
        const local = name.slice(namespace.length + 2);
        const candidate = { value, own: namespace === own };
        const known = bare.get(local);
        if (known === undefined || (candidate.own && known?.own !== true)) bare.set(local, candidate);
        else if (known !== null && !known.own && !candidate.own) bare.set(local, null);
    }
    for (const [name, candidate] of bare) {
        if (candidate !== null && !byName.has(name)) byName.set(name, candidate.value);
    }
}
