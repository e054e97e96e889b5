import type { ChildRelationship, SoqlFieldType, SoqlField, SoqlObject, SoqlSchema } from '@sw-studio/soql';
import type { FieldSchema } from './field-schema.ts';
import { isCompound } from './field-schema.ts';
import type { ObjectSchema } from './object-schema.ts';
import type { OrgSchema } from './org-schema.ts';

/** The schema as SOQL sees it from one namespace. */
export class SoqlSchemaView implements SoqlSchema {
    private readonly schema: OrgSchema;
    private readonly namespace: string;
    private readonly objects = new Map<ObjectSchema, SoqlObjectView>();

    constructor(schema: OrgSchema, namespace: string) {
        this.schema = schema;
        this.namespace = namespace;
    }

    object(name: string): SoqlObjectView | undefined {
        const object = this.schema.object(name, this.namespace);
        return object?.queryable ? this.of(object) : undefined;
    }

    searchable(): readonly SoqlObjectView[] {
        return this.schema
            .objects()
            .filter((object) => object.searchable)
            .map((object) => this.of(object));
    }

    of(object: ObjectSchema): SoqlObjectView {
        let view = this.objects.get(object);
        if (view === undefined) this.objects.set(object, (view = new SoqlObjectView(object, this.namespace, this)));
        return view;
    }
}

export class SoqlObjectView implements SoqlObject {
    /** The object this is a view of. */
    readonly schema: ObjectSchema;
    readonly name: string;
    readonly label: string;
    readonly keyPrefix: string | null;
    readonly fields: readonly SoqlField[];
    readonly nameFields: readonly SoqlField[];
    private readonly namespace: string;
    private readonly owner: SoqlSchemaView;
    private readonly children = new Map<string, ChildRelationship | undefined>();

    constructor(schema: ObjectSchema, namespace: string, owner: SoqlSchemaView) {
        this.schema = schema;
        this.name = schema.name;
        this.label = schema.label;
        this.keyPrefix = schema.keyPrefix;
        this.namespace = namespace;
        this.owner = owner;
        this.fields = soqlFields(schema);
        this.nameFields = this.fields.filter(({ name }) => schema.nameField?.name === name || NAME_PARTS.has(name));
    }

    field(name: string): SoqlField | undefined {
        const field = this.schema.fieldIn(name, this.namespace);
        return field && this.fields[field.slot];
    }

    childRelationship(name: string): ChildRelationship | undefined {
        const key = name.toLowerCase();
        if (!this.children.has(key)) this.children.set(key, this.findChild(key));
        return this.children.get(key);
    }

    private findChild(name: string): ChildRelationship | undefined {
        const relationship = this.schema.childRelationshipIn(name, this.namespace);
        if (relationship?.relationshipName == null) return undefined;
        const object = this.owner.object(relationship.childObject);
        const field = object?.field(relationship.field);
        return object && field && { name: relationship.relationshipName, object, field };
    }
}

const NAME_PARTS = new Set(['FirstName', 'LastName']);

/** Fields are the same from every namespace. */
const fieldsOfObject = new WeakMap<ObjectSchema, readonly SoqlField[]>();

function soqlFields(object: ObjectSchema): readonly SoqlField[] {
    let fields = fieldsOfObject.get(object);
    if (fields === undefined) fieldsOfObject.set(object, (fields = object.fields.map(soqlField)));
    return fields;
}

const LONG = new Set(['longtextarea', 'html', 'base64', 'encryptedstring', 'anyType']);
const NUMBERS = new Set(['int', 'long', 'double', 'currency', 'percent']);
const NOT_GROUPABLE = new Set([
    ...LONG,
    'double',
    'currency',
    'percent',
    'datetime',
    'time',
    'multipicklist',
    'textarea',
]);
const NOT_AGGREGATABLE = new Set([...LONG, 'boolean', 'multipicklist', 'textarea']);

function soqlField(field: FieldSchema): SoqlField {
    const plain = !LONG.has(field.type) && !isCompound(field);
    return {
        name: field.name,
        slot: field.slot,
        type: soqlType(field),
        indexed: field.indexed,
        unique: field.unique,
        filterable: plain,
        sortable: plain && field.type !== 'multipicklist',
        groupable: plain && !NOT_GROUPABLE.has(field.type) && !field.autoNumber,
        aggregatable: plain && !NOT_AGGREGATABLE.has(field.type),
        scale: NUMBERS.has(field.type) ? field.scale : 0,
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName,
        picklistValues: field.picklistValues.map(({ value, label, active }, order) => ({
            value,
            label,
            active,
            order,
        })),
        formula: field.formula !== null,
        custom: field.custom,
    };
}

function soqlType(field: FieldSchema): SoqlFieldType {
    if (field.autoNumber) return 'autonumber';
    return field.type === 'html' ? 'longtextarea' : field.type;
}
