import type { FieldSchema } from '../schema/field-schema.ts';
import { splitCustomName } from '../schema/names.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';

type Values = Readonly<Record<string, StoredValue>>;

/** Definitions have no record of their own; queries that ask for the id get this one (Tooling API, EntityDefinition). */
const NO_ID = '000000000000000AAA';

/**
 * Rows of EntityDefinition and FieldDefinition, made from the schema. Their durable ids are API names, `Account` and
 * `Account.Name`; of custom ones too, where the platform has ids of the definition.
 */
export class DefinitionRows {
    private readonly schema: OrgSchema;
    private readonly tables = new Map<string, ReadonlyMap<string, StoredRow>>();

    constructor(schema: OrgSchema) {
        this.schema = schema;
    }

    /** By durable id; undefined for objects that have stored rows. */
    of(object: ObjectSchema): ReadonlyMap<string, StoredRow> | undefined {
        if (object.name !== 'EntityDefinition' && object.name !== 'FieldDefinition') return undefined;
        let table = this.tables.get(object.name);
        if (table === undefined) {
            const values = object.name === 'EntityDefinition' ? this.entities() : this.fields();
            table = new Map(values.map((row) => [row['DurableId'] as string, rowOf(object, row)]));
            this.tables.set(object.name, table);
        }
        return table;
    }

    private entities(): Values[] {
        return this.schema.objects().map(entityValues);
    }

    private fields(): Values[] {
        return this.schema.objects().flatMap((object) => object.fields.map((field) => fieldValues(object, field)));
    }
}

function rowOf(object: ObjectSchema, values: Values): StoredRow {
    return object.fields.map(({ name, type }) => values[name] ?? (type === 'boolean' ? false : null));
}

function entityValues(object: ObjectSchema): Values {
    const { name, label, labelPlural } = object;
    return {
        Id: NO_ID,
        DurableId: name,
        QualifiedApiName: name,
        DeveloperName: splitCustomName(name)?.base ?? name,
        NamespacePrefix: object.namespace || null,
        Label: label,
        MasterLabel: label,
        PluralLabel: labelPlural,
        KeyPrefix: object.keyPrefix,
        PublisherId: object.namespace || (object.custom ? '<local>' : 'System'),
        DeploymentStatus: object.custom ? 'Deployed' : null,
        InternalSharingModel: object.sharingModel,
        IsCustomSetting: object.kind === 'hierarchySetting' || object.kind === 'listSetting',
        IsApexTriggerable: object.triggerable,
        IsTriggerable: object.triggerable,
        IsCustomizable: object.custom || object.triggerable,
        IsEverCreatable: object.createable,
        IsEverUpdatable: object.updateable,
        IsEverDeletable: object.deletable,
        IsQueryable: object.queryable,
        IsSearchable: object.searchable,
        IsRetrieveable: object.queryable,
        IsIdEnabled: true,
        IsFeedEnabled: object.feedEnabled,
    };
}

function fieldValues(object: ObjectSchema, field: FieldSchema): Values {
    return {
        Id: NO_ID,
        DurableId: `${object.name}.${field.name}`,
        EntityDefinitionId: object.name,
        QualifiedApiName: field.name,
        DeveloperName: splitCustomName(field.name)?.base ?? field.name,
        NamespacePrefix: field.namespace || null,
        Label: field.label,
        MasterLabel: field.label,
        DataType: field.type,
        Length: field.length,
        Precision: field.precision,
        Scale: field.scale,
        RelationshipName: field.relationshipName,
        PublisherId: field.namespace || (field.custom ? '<local>' : 'System'),
        IsCalculated: field.calculated,
        IsIndexed: field.indexed,
        IsNameField: field.nameField,
        IsNillable: field.nillable,
        IsFieldHistoryTracked: field.trackHistory,
        IsPolymorphicForeignKey: field.polymorphic,
    };
}
