import { MetadataError } from '../metadata/metadata-error.ts';
import type { CustomMetadataRecord } from '../metadata/model.ts';
import { qualify } from '../schema/names.ts';
import { isNumeric, type FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { SetupRows } from './setup-rows.ts';

/**
 * The values of a custom metadata record as they are stored. A relationship to another metadata type keeps the name of
 * its target until all records are there.
 *
 * @throws MetadataError for a field that the type does not have
 */
export function customMetadataValues(
    object: ObjectSchema,
    record: CustomMetadataRecord,
    namespace: string,
): Readonly<Record<string, StoredValue>> {
    const values: Record<string, StoredValue> = {
        DeveloperName: record.developerName,
        MasterLabel: record.label,
        Label: record.label,
        Language: 'en_US',
        NamespacePrefix: namespace || null,
        QualifiedApiName: namespace === '' ? record.developerName : `${namespace}__${record.developerName}`,
    };
    for (const { field: name, value } of record.values) {
        const field = object.fieldIn(name, namespace);
        if (field === undefined)
            throw new MetadataError('UNKNOWN_REFERENCE', record.file, `${object.name} has no field ${name}`);
        values[field.name] = value === null || value === '' ? null : convert(field, value, record.file, namespace);
    }
    for (const field of object.fields.filter(({ referenceTo }) => referenceTo.includes('FieldDefinition'))) {
        const [owner, name] = [values[field.controllingField ?? ''], values[field.name]];
        // The definition of a field is named with its object: `Contact.Email`.
        if (typeof owner === 'string' && typeof name === 'string') values[field.name] = `${owner}.${name}`;
    }
    return values;
}

/** Objects and fields are named as the package's source names them. */
const DEFINITIONS = new Set(['EntityDefinition', 'FieldDefinition']);

function convert(field: FieldSchema, text: string, file: string, namespace: string): StoredValue {
    if (field.referenceTo.some((target) => DEFINITIONS.has(target))) return qualify(text, namespace);
    const value = parse(field, text);
    if (typeof value === 'number' && Number.isNaN(value)) {
        throw new MetadataError('INVALID_VALUE', file, `${text} is no ${field.type} for ${field.name}`);
    }
    return value;
}

function parse(field: FieldSchema, text: string): StoredValue {
    if (isNumeric(field.type)) return Number(text);
    if (field.type === 'boolean') return text.toLowerCase() === 'true';
    if (field.type === 'date') return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
    return field.type === 'datetime' ? Date.parse(text) : text;
}

/** Replaces the names in relationships between metadata records by the ids of the records. */
export function resolveMetadataRelationships(rows: SetupRows, schema: OrgSchema): void {
    for (const object of schema.declaredObjects()) {
        if (object.kind !== 'customMetadata') continue;
        for (const field of object.fields) {
            const target = field.type === 'reference' ? schema.object(field.referenceTo[0] ?? '') : undefined;
            if (target?.kind === 'customMetadata')
                rows.replaceValues(object, field, (name) => idOfRecord(rows, target, name));
        }
    }
}

function idOfRecord(rows: SetupRows, target: ObjectSchema, name: StoredValue): StoredValue {
    if (typeof name !== 'string' || name.startsWith(target.keyPrefix ?? '-')) return name;
    return rows.find(target.name, 'QualifiedApiName', name) ?? rows.find(target.name, 'DeveloperName', name) ?? null;
}
