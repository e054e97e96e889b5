import { createHash } from 'node:crypto';
import type { ChildRelationshipInfo } from '@sw-studio/apex/runtime';
import type { LabelMetadata, MetadataPackage, SkippedComponent } from '../metadata/model.ts';
import { buildCustomObject, type ObjectBuilding } from './build-custom-object.ts';
import { buildDerivedObject, derivedObjectNames } from './build-derived-object.ts';
import { buildStandardObject } from './build-standard-object.ts';
import { CustomFieldIndex } from './custom-field-index.ts';
import type { KeyPrefixes } from './key-prefixes.ts';
import { isCustomName, qualify } from './names.ts';
import { gatherObjects, prefixFamily, type ObjectSource } from './object-source.ts';
import type { ObjectSchema } from './object-schema.ts';
import { ValueSets } from './picklists.ts';
import { defaultRecordTypes } from './record-types.ts';
import { findStandardObject, standardObjectNames, type OrgFeature } from './standard-objects/index.ts';

export interface OrgSchemaOptions {
    readonly prefixes: KeyPrefixes;
    readonly features: ReadonlySet<OrgFeature>;
    /** The id of `Object.DeveloperName`, the same one at every deployment. */
    recordTypeId(key: string): string;
}

/**
 * All objects of one org: the standard ones, and those of the deployed packages. Standard objects are built when they
 * are first asked for; what is returned never changes, a further deployment makes a new schema.
 */
export class OrgSchema {
    readonly packages: readonly MetadataPackage[];
    /** Components that could not become part of the schema, with reasons. */
    readonly skipped: readonly SkippedComponent[];
    private readonly sources: ReadonlyMap<string, ObjectSource>;
    private readonly built = new Map<string, ObjectSchema | null>();
    private readonly derived: ReadonlyMap<string, string>;
    private readonly building: ObjectBuilding;
    private readonly labels = new Map<string, LabelMetadata>();
    private byPrefix: ReadonlyMap<string, ObjectSchema> | undefined;
    private hash: string | undefined;

    constructor(packages: readonly MetadataPackage[], options: OrgSchemaOptions) {
        this.packages = packages;
        const { sources, skipped } = gatherObjects(packages);
        this.sources = sources;
        const valueSets = valueSetsOf(packages);
        const customFields = new CustomFieldIndex(sources, valueSets, (name, namespace) =>
            this.canonicalName(name, namespace),
        );
        for (const source of sources.values()) {
            if (source.definition !== null) options.prefixes.of(source.name, prefixFamily(source.kind));
        }
        this.building = {
            ...options,
            customFields,
            valueSets,
            defaultRecordTypes: defaultRecordTypes(packages),
            customObjectNames: () => this.customObjectNames(),
        };
        this.derived = derivedObjectNames([...sources.values()]);
        this.skipped = [...skipped, ...customFields.skipped];
        for (const { namespace, labels } of packages) {
            for (const label of labels) this.labels.set(labelKey(namespace, label.name), label);
        }
    }

    /** Changes with everything of the deployed metadata that Apex and SOQL can name. */
    get fingerprint(): string {
        if (this.hash === undefined) {
            const hash = createHash('sha256');
            for (const { namespace, objects, labels, globalValueSets, standardValueSets } of this.packages) {
                hash.update(JSON.stringify([namespace, objects, labels, globalValueSets, standardValueSets]));
            }
            this.hash = hash.digest('hex');
        }
        return this.hash;
    }

    /** Case-insensitive; names of the given namespace are tried first, then the name as it is. */
    object(name: string, namespace = ''): ObjectSchema | undefined {
        const own = namespace !== '' && isCustomName(name) ? this.find(qualify(name, namespace)) : undefined;
        return own ?? this.find(name);
    }

    /** @throws Error when there is none: for names that the schema itself gave out */
    require(name: string): ObjectSchema {
        const object = this.find(name);
        if (object === undefined) throw new Error(`The org has no object ${name}`);
        return object;
    }

    objectByPrefix(prefix: string): ObjectSchema | undefined {
        this.byPrefix ??= new Map(
            this.objects().flatMap((object) =>
                object.keyPrefix === null || isDerived(object) ? [] : [[object.keyPrefix, object]],
            ),
        );
        return this.byPrefix.get(prefix);
    }

    /** The object that a record id belongs to. */
    objectOfId(id: string): ObjectSchema | undefined {
        return this.objectByPrefix(id.slice(0, 3));
    }

    /** Every object of the org, standard ones first. */
    objects(): readonly ObjectSchema[] {
        const names = [
            ...standardObjectNames(),
            ...[...this.sources.values()].map(({ name }) => name),
            ...this.derived.keys(),
        ];
        return [...new Set(names.map((name) => this.find(name)))].filter((object) => object !== undefined);
    }

    /** Objects that the packages define or extend. */
    declaredObjects(): readonly ObjectSchema[] {
        return [...this.sources.values()].map(({ name }) => this.require(name));
    }

    /** A custom label as seen from a namespace; `namespace` is tried first. */
    label(namespace: string, name: string): LabelMetadata | undefined {
        return this.labels.get(labelKey(namespace, name));
    }

    private find(name: string): ObjectSchema | undefined {
        const key = name.toLowerCase();
        const known = this.built.get(key);
        if (known !== undefined) return known ?? undefined;
        const object = this.build(key);
        this.built.set(key, object ?? null);
        return object;
    }

    private build(key: string): ObjectSchema | undefined {
        const source = this.sources.get(key);
        if (source?.definition) return buildCustomObject(source, this.building, this.derivedChildren(source.name));
        const standard = findStandardObject(key);
        if (standard !== undefined) return buildStandardObject(standard, source, this.building);
        const parent = this.derived.get(key);
        const parentObject = parent === undefined ? undefined : this.find(parent);
        return parentObject && buildDerivedObject(key, parentObject);
    }

    private canonicalName(name: string, namespace: string): string | undefined {
        for (const candidate of [qualify(name, namespace), name]) {
            const found = this.sources.get(candidate.toLowerCase())?.name ?? findStandardObject(candidate)?.name;
            if (found !== undefined) return found;
        }
        return undefined;
    }

    private customObjectNames(): readonly string[] {
        return [...this.sources.values()]
            .filter(({ definition, kind }) => definition !== null && kind === 'object')
            .map(({ name }) => name);
    }

    private derivedChildren(name: string): ChildRelationshipInfo[] {
        const stem = name.slice(0, -'c'.length).toLowerCase();
        return (['Share', 'History'] as const)
            .filter((suffix) => this.derived.has(`${stem}${suffix.toLowerCase()}`))
            .map((suffix) => ({
                relationshipName: suffix === 'Share' ? 'Shares' : 'Histories',
                childObject: `${name.slice(0, -'c'.length)}${suffix}`,
                field: 'ParentId',
                cascadeDelete: true,
                restrictedDelete: false,
            }));
    }
}

/** Shares and histories have a prefix in common; ids of theirs do not tell the object. */
function isDerived({ kind, custom }: ObjectSchema): boolean {
    return custom && (kind === 'share' || kind === 'history' || kind === 'changeEvent');
}

function valueSetsOf(packages: readonly MetadataPackage[]): ValueSets {
    const valueSets = new ValueSets();
    for (const { namespace, globalValueSets, standardValueSets } of packages) {
        for (const set of globalValueSets) valueSets.addGlobal(set, namespace);
        for (const set of standardValueSets) valueSets.addStandard(set);
    }
    return valueSets;
}

function labelKey(namespace: string, name: string): string {
    return `${namespace}.${name}`.toLowerCase();
}
