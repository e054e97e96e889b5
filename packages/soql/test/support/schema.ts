import type {
    ChildRelationship,
    SoqlFieldType,
    PicklistValue,
    SoqlField,
    SoqlObject,
    SoqlSchema,
} from '@sw-studio/soql';

export interface FieldOptions extends Partial<
    Omit<SoqlField, 'name' | 'slot' | 'type' | 'referenceTo' | 'picklistValues'>
> {
    readonly to?: string | readonly string[];
    readonly values?: readonly (string | PicklistValue)[];
}

export type FieldDefinition = SoqlFieldType | readonly [SoqlFieldType, FieldOptions];

const unfilterable: readonly SoqlFieldType[] = ['longtextarea', 'base64', 'address', 'location'];

/** A schema written as a table: object, then field by field. `Id` is the first field of every object. */
export class TestSchema implements SoqlSchema {
    readonly #objects = new Map<string, TestObject>();

    define(name: string, keyPrefix: string, fields: Readonly<Record<string, FieldDefinition>>): this {
        const definitions = Object.entries({ Id: 'id' as FieldDefinition, ...fields });
        const built = definitions.map(([field, definition], slot) => buildField(field, slot, definition));
        this.#objects.set(name.toLowerCase(), new TestObject(this, name, keyPrefix, built));
        return this;
    }

    object(name: string): TestObject | undefined {
        return this.#objects.get(name.toLowerCase());
    }

    get objects(): readonly TestObject[] {
        return [...this.#objects.values()];
    }
}

export class TestObject implements SoqlObject {
    readonly name: string;
    readonly label: string;
    readonly keyPrefix: string;
    readonly fields: readonly SoqlField[];
    readonly #schema: TestSchema;
    readonly #byName: ReadonlyMap<string, SoqlField>;

    constructor(schema: TestSchema, name: string, keyPrefix: string, fields: readonly SoqlField[]) {
        this.#schema = schema;
        this.name = name;
        this.label = name.replace(/__c$/, '').replaceAll('_', ' ');
        this.keyPrefix = keyPrefix;
        this.fields = fields;
        this.#byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
    }

    get nameFields(): readonly SoqlField[] {
        return this.fields.filter(({ name }) => /^(First|Last)?Name$/.test(name));
    }

    field(name: string): SoqlField | undefined {
        return this.#byName.get(name.toLowerCase());
    }

    childRelationship(name: string): ChildRelationship | undefined {
        const children = this.#schema.objects.flatMap((object) =>
            object.fields
                .filter((field) => field.referenceTo.includes(this.name))
                .map((field) => ({ name: childName(object, field), object, field })),
        );
        return children.find((child) => child.name.toLowerCase() === name.toLowerCase());
    }
}

/** `Contacts` of Account, `Lines__r` of a custom lookup `Order__c` on Line__c. */
function childName(object: TestObject, field: SoqlField): string {
    const plural = object.name.replace(/__c$/, '').replace(/y$/, 'ie');
    return field.name.endsWith('__c') ? `${plural}s__r` : `${plural}s`;
}

function buildField(name: string, slot: number, definition: FieldDefinition): SoqlField {
    const [type, { to, values, ...options }] = Array.isArray(definition)
        ? (definition as readonly [SoqlFieldType, FieldOptions])
        : [definition as SoqlFieldType, {} as FieldOptions];
    const comparable = !unfilterable.includes(type);
    return {
        name,
        slot,
        type,
        indexed: type === 'id' || type === 'reference',
        unique: type === 'id',
        filterable: comparable,
        sortable: comparable && type !== 'multipicklist',
        groupable: comparable && type !== 'datetime' && type !== 'multipicklist',
        aggregatable: comparable && type !== 'boolean' && type !== 'multipicklist',
        scale: type === 'currency' ? 2 : type === 'double' || type === 'percent' ? 4 : 0,
        referenceTo: typeof to === 'string' ? [to] : (to ?? []),
        relationshipName: to === undefined ? null : relationshipName(name),
        picklistValues: (values ?? []).map((value, order) =>
            typeof value === 'string' ? { value, label: value, order, active: true } : value,
        ),
        formula: false,
        ...options,
    };
}

function relationshipName(field: string): string {
    return field.endsWith('__c') ? field.replace(/__c$/, '__r') : field.replace(/Id$/, '');
}
