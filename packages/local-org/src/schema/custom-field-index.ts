import type { ChildRelationshipInfo } from '@sw-studio/apex/runtime';
import { MetadataError } from '../metadata/metadata-error.ts';
import type { FieldMetadata, SkippedComponent } from '../metadata/model.ts';
import { customFields, fieldType, type FieldContext, type FieldShape } from './custom-field.ts';
import type { FieldDefinition } from './field-schema.ts';
import { qualify } from './names.ts';
import type { ObjectSource } from './object-source.ts';
import type { ValueSets } from './picklists.ts';
import { findStandardObject } from './standard-objects/index.ts';

const SUPPORTED_PROBLEMS = new Set(['UNSUPPORTED', 'UNKNOWN_REFERENCE']);

/** The custom fields of all objects, and the child relationships that custom lookups make. */
export class CustomFieldIndex {
    readonly skipped: SkippedComponent[] = [];
    private readonly sources: ReadonlyMap<string, ObjectSource>;
    private readonly byObject = new Map<string, readonly FieldDefinition[]>();
    private readonly childrenByParent = new Map<string, ChildRelationshipInfo[]>();

    constructor(
        sources: ReadonlyMap<string, ObjectSource>,
        valueSets: ValueSets,
        resolveObject: FieldContext['resolveObject'],
    ) {
        this.sources = sources;
        const context = { valueSets, resolveObject, shapeOf: this.shapeOf.bind(this) };
        for (const source of sources.values()) this.byObject.set(source.name, this.fieldsOf(source, context));
    }

    of(object: string): readonly FieldDefinition[] {
        return this.byObject.get(object) ?? [];
    }

    childrenOf(parent: string): readonly ChildRelationshipInfo[] {
        return this.childrenByParent.get(parent) ?? [];
    }

    private fieldsOf(source: ObjectSource, context: Omit<FieldContext, 'namespace'>): FieldDefinition[] {
        const parts = source.definition === null ? source.extensions : [source.definition, ...source.extensions];
        return parts.flatMap(({ namespace, metadata }) =>
            metadata.fields.flatMap((field) => {
                if (field.type === null || !/__[cC]$/.test(field.name)) return [];
                return this.build(source, field, { ...context, namespace });
            }),
        );
    }

    /** A field that this org cannot have is left out and listed, so that the rest of a strange project still runs. */
    private build(source: ObjectSource, metadata: FieldMetadata, context: FieldContext): FieldDefinition[] {
        try {
            const fields = customFields(metadata, context);
            this.addChild(source.name, metadata, fields[0], context.namespace);
            return fields;
        } catch (error) {
            if (!(error instanceof MetadataError) || !SUPPORTED_PROBLEMS.has(error.code)) throw error;
            const reason = error.message.slice(error.file.length + 2);
            this.skipped.push({
                type: 'CustomField',
                name: `${source.name}.${metadata.name}`,
                file: metadata.file,
                reason,
            });
            return [];
        }
    }

    private addChild(
        object: string,
        metadata: FieldMetadata,
        field: FieldDefinition | undefined,
        namespace: string,
    ): void {
        const parent = field?.referenceTo[0];
        if (field === undefined || parent === undefined) return;
        const children = this.childrenByParent.get(parent) ?? [];
        this.childrenByParent.set(parent, children);
        children.push({
            relationshipName:
                metadata.relationshipName === null ? null : qualify(`${metadata.relationshipName}__r`, namespace),
            childObject: object,
            field: field.name,
            cascadeDelete: field.deleteConstraint === 'cascade',
            restrictedDelete: field.deleteConstraint === 'restrict',
        });
    }

    private shapeOf(object: string, field: string): FieldShape | undefined {
        const source = this.sources.get(object.toLowerCase());
        const parts =
            source === undefined ? [] : [...(source.definition ? [source.definition] : []), ...source.extensions];
        for (const { namespace, metadata } of parts) {
            const match = metadata.fields.find(
                ({ name }) => qualify(name, namespace).toLowerCase() === field.toLowerCase(),
            );
            if (match?.type != null && match.type !== 'Summary')
                return { type: fieldType(match), scale: match.scale ?? 0 };
        }
        const standard = findStandardObject(object)?.fields.find(
            ({ name }) => name.toLowerCase() === field.toLowerCase(),
        );
        return standard && standard.type !== 'complexvalue'
            ? { type: standard.type, scale: standard.scale }
            : undefined;
    }
}
