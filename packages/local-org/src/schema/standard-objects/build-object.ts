import { fieldConvention } from './field-conventions.ts';
import { parseFieldNotation, type FieldOverride } from './field-notation.ts';
import { fieldLabel, objectLabel, pluralLabel } from './labels.ts';
import { defaultCapabilities, natureOf } from './object-nature.ts';
import type { ObjectRow } from './object-row.ts';
import { companionOverlay, overlayOf, type ObjectOverlay } from './overlay/index.ts';
import { polymorphicTargets } from './polymorphic-references.ts';
import type { StandardChildRelationship, StandardField, StandardObject } from './standard-object.ts';

const PLAIN_FIELD: Omit<StandardField, 'name' | 'label' | 'type'> = {
    length: 0,
    precision: 0,
    scale: 0,
    digits: 0,
    nillable: true,
    createable: true,
    updateable: true,
    defaultedOnCreate: false,
    defaultValue: null,
    unique: false,
    idLookup: false,
    nameField: false,
    autoNumber: false,
    calculated: false,
    referenceTo: [],
    relationshipName: null,
    polymorphic: false,
    picklistValues: [],
    restrictedPicklist: false,
    compoundFieldName: null,
    requires: null,
};

/** Puts a standard object together: platform types, then conventions, then what the overlay knows. */
export function buildObject(name: string, row: ObjectRow): StandardObject {
    const described = overlayOf(name);
    const byName = natureOf(name);
    const nature = described?.nature ?? byName.nature;
    const parentObject = nature === byName.nature ? byName.parentObject : null;
    const overlay = described ?? companionOverlay({ name, nature, parentObject });
    const label = overlay.label ?? objectLabel(name);
    const capabilities = { ...defaultCapabilities(nature), ...overlay.capabilities };
    const absent = new Set(overlay.absent ?? []);
    const fields = row.fields
        .map((signature) => buildField(name, signature, overlay))
        .filter((field) => !absent.has(field.name))
        .map((field) => (capabilities.createable || capabilities.updateable ? field : asReadOnly(field)));
    return {
        name,
        label,
        pluralLabel: overlay.pluralLabel ?? pluralLabel(label),
        keyPrefix: overlay.keyPrefix ?? null,
        nature,
        parentObject,
        ...capabilities,
        fields,
        childRelationships: (row.children ?? []).map((child) => buildChild(child, overlay)),
    };
}

function buildField(object: string, signature: string, overlay: ObjectOverlay): StandardField {
    const [apexType = '', name = '', relationshipName, target] = signature.split(' ');
    const notation = overlay.fields?.[name];
    const known: FieldOverride = {
        ...fieldConvention(apexType, name),
        ...reference(object, name, relationshipName, target),
        ...(isPersonAccountField(object, name) && { requires: 'PersonAccounts' as const }),
        ...(notation !== undefined && parseFieldNotation(notation)),
        ...textReference(overlay.relationships?.[name]),
    };
    const field: StandardField = {
        ...PLAIN_FIELD,
        name,
        label: overlay.labels?.[name] ?? fieldLabel(object, name),
        type: 'string',
        ...known,
        compoundFieldName: compoundOf(object, name, overlay),
    };
    return field.type === 'boolean' && field.defaultValue === null ? { ...field, defaultValue: 'false' } : field;
}

/** The contact side of a person account shows as `PersonEmail`, `PersonMailingCity`. */
function isPersonAccountField(object: string, name: string): boolean {
    return /^Account(ChangeEvent)?$/.test(object) && /^Person[A-Z]/.test(name);
}

function reference(
    object: string,
    field: string,
    relationshipName: string | undefined,
    target: string | undefined,
): FieldOverride {
    if (relationshipName === undefined || target === undefined) return {};
    if (target !== '*') return { type: 'reference', relationshipName, referenceTo: [target], length: 18 };
    return { relationshipName, referenceTo: polymorphicTargets(object, field), polymorphic: true, length: 18 };
}

/** A relationship over a text field (a durable id): the field stays text, SOQL can follow it. */
function textReference(relationship: string | undefined): FieldOverride {
    if (relationship === undefined) return {};
    const [relationshipName = '', target = ''] = relationship.split(' ');
    return { relationshipName, referenceTo: [target] };
}

/** Addresses name their parts by their prefix; other compounds are in the overlay. */
function compoundOf(object: string, name: string, overlay: ObjectOverlay): string | null {
    for (const [compound, parts] of Object.entries(overlay.compounds ?? {})) {
        if (parts.includes(name)) return compound;
    }
    const part =
        /^(.*?)(Street|City|StateCode|State|PostalCode|CountryCode|Country|Latitude|Longitude|GeocodeAccuracy)$/.exec(
            name,
        );
    const prefix = part?.[1] ?? '';
    const addressed = ADDRESS_PREFIXES[object]?.includes(prefix) === true;
    return part !== null && addressed ? `${prefix}Address` : null;
}

const ADDRESS_PREFIXES: Readonly<Record<string, readonly string[]>> = {
    Account: ['Billing', 'Shipping', 'PersonMailing', 'PersonOther'],
    Asset: [''],
    Contact: ['Mailing', 'Other'],
    Contract: ['Billing', 'Shipping'],
    Lead: [''],
    Order: ['Billing', 'Shipping'],
    Organization: [''],
    Quote: ['Billing', 'Shipping', 'QuoteTo', 'Additional'],
    ServiceContract: ['Billing', 'Shipping'],
    User: [''],
    WorkOrder: [''],
    WorkOrderLineItem: [''],
};

function asReadOnly(field: StandardField): StandardField {
    return { ...field, createable: false, updateable: false };
}

function buildChild(signature: string, overlay: ObjectOverlay): StandardChildRelationship {
    const [relationshipName = '', childSObject = '', field = ''] = signature.split(' ');
    const follows = natureOf(childSObject).nature !== 'object' || ALWAYS_CASCADES.has(relationshipName);
    const restrictedDelete = overlay.restrict?.includes(relationshipName) === true;
    return {
        relationshipName,
        childSObject,
        field,
        cascadeDelete: !restrictedDelete && (follows || overlay.cascade?.includes(relationshipName) === true),
        restrictedDelete,
    };
}

/** Children that no record survives: activities, notes, links, subscriptions. */
const ALWAYS_CASCADES = new Set([
    'ActivityHistories',
    'Attachments',
    'AttachedContentDocuments',
    'CombinedAttachments',
    'ContentDocumentLinks',
    'DuplicateRecordItems',
    'EventRelations',
    'Events',
    'FeedSubscriptionsForEntity',
    'Notes',
    'NotesAndAttachments',
    'OpenActivities',
    'ProcessInstances',
    'ProcessSteps',
    'TaskRelations',
    'Tasks',
    'TopicAssignments',
]);
