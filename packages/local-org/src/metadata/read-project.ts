import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { READ_TYPES, SKIPPED_TYPES, type ReadSuffix } from './component-types.ts';
import { MetadataError } from './metadata-error.ts';
import { readPicklistValue } from './read-field.ts';
import { readCustomMetadata } from './read-custom-metadata.ts';
import { readLabels, readTranslatedLabels, withTranslations } from './read-labels.ts';
import { ObjectReader } from './read-object.ts';
import { readPermissions } from './read-permissions.ts';
import { readStaticResource } from './read-static-resource.ts';
import { findProject, sourceFiles, type SourceFile, type SourceProject } from './source-files.ts';
import { elements, flag, parseXml, text } from './xml.ts';
import type {
    ApexSource,
    CustomMetadataRecord,
    LabelMetadata,
    MetadataPackage,
    NamedComponent,
    PermissionMetadata,
    SkippedComponent,
    StaticResource,
    ValueSetMetadata,
    XmlElement,
} from './model.ts';

export interface ReadOptions {
    /** Overrides the namespace of `sfdx-project.json`; '' deploys without one. */
    readonly namespace?: string;
}

/**
 * Reads the metadata of an SFDX project, or of a folder in source or metadata format.
 *
 * @throws MetadataError for malformed files; components without effect here are listed in the ledger
 */
export function readProject(folder: string, options: ReadOptions = {}): MetadataPackage {
    const project = findProject(folder);
    const reader = new ProjectReader(project);
    for (const file of sourceFiles(project)) reader.read(file);
    return reader.finish(options.namespace ?? project.namespace);
}

class ProjectReader {
    private readonly project: SourceProject;
    private readonly objects = new Map<string, ObjectReader>();
    private readonly customMetadataRecords: CustomMetadataRecord[] = [];
    private readonly labels: LabelMetadata[] = [];
    private readonly labelTranslations = new Map<string, ReadonlyMap<string, string>>();
    private readonly classes: ApexSource[] = [];
    private readonly triggers: ApexSource[] = [];
    private readonly permissionSets: PermissionMetadata[] = [];
    private readonly profiles: PermissionMetadata[] = [];
    private readonly staticResources: StaticResource[] = [];
    private readonly valueSets = { global: [] as ValueSetMetadata[], standard: [] as ValueSetMetadata[] };
    private readonly named = new Map<string, NamedComponent[]>();
    private readonly counts = new Map<string, number>();
    private readonly skipped: SkippedComponent[] = [];

    constructor(project: SourceProject) {
        this.project = project;
    }

    read(source: SourceFile): void {
        const { suffix } = source;
        const skipped = SKIPPED_TYPES[suffix];
        // a README.md is no custom metadata record
        if (suffix === 'md' && !source.meta && !source.file.includes('customMetadata/')) return;
        if (suffix in READ_TYPES) this.readComponent(source, suffix as ReadSuffix);
        else if (skipped !== undefined && (source.meta || !isCompanion(source))) {
            this.skipped.push({ type: skipped[0], name: source.name, file: source.file, reason: skipped[1] });
        } else if (source.meta) {
            const reason = 'the local org does not know this metadata type';
            this.skipped.push({ type: suffix, name: source.name, file: source.file, reason });
        }
    }

    private readComponent(source: SourceFile, suffix: ReadSuffix): void {
        if (suffix === 'cls' || suffix === 'trigger') {
            if (source.meta) return;
            (suffix === 'cls' ? this.classes : this.triggers).push(readApex(source, this.project.apiVersion));
        } else if (suffix === 'resource') {
            if (!source.meta) return;
            this.staticResources.push(readStaticResource(readXml(source), source));
        } else {
            this.readXmlComponent(source, suffix, readXml(source));
        }
        this.count(READ_TYPES[suffix]);
    }

    private readXmlComponent(source: SourceFile, suffix: ReadSuffix, xml: XmlElement): void {
        const { name, file } = source;
        switch (suffix) {
            case 'object':
                this.object(name, file).addDefinition(xml, file);
                break;
            case 'field':
                this.parentObject(source).addField(xml, file);
                break;
            case 'recordType':
                this.parentObject(source).addRecordType(xml);
                break;
            case 'fieldSet':
                this.parentObject(source).addFieldSet(xml);
                break;
            case 'validationRule':
                this.parentObject(source).addValidationRule(xml, file);
                break;
            case 'listView':
                this.parentObject(source).addListView(text(xml, 'fullName') ?? name);
                break;
            case 'md':
                this.customMetadataRecords.push(readCustomMetadata(xml, source));
                break;
            case 'labels':
                this.labels.push(...readLabels(xml));
                break;
            case 'translation':
                this.labelTranslations.set(name, readTranslatedLabels(xml));
                break;
            case 'permissionset':
                this.permissionSets.push(readPermissions(xml, name));
                break;
            case 'profile':
                this.profiles.push(readPermissions(xml, decodeURIComponent(name)));
                break;
            case 'globalValueSet':
                this.valueSets.global.push(readValueSet(xml, name, 'customValue'));
                break;
            case 'standardValueSet':
                this.valueSets.standard.push(readValueSet(xml, name, 'standardValue'));
                break;
            default:
                this.addNamed(READ_TYPES[suffix], {
                    name,
                    label: text(xml, 'label') ?? text(xml, 'masterLabel') ?? name,
                    content: xml,
                });
        }
    }

    finish(namespace: string): MetadataPackage {
        return {
            namespace,
            apiVersion: this.project.apiVersion,
            objects: [...this.objects.values()].map((object) => object.finish()),
            customMetadataRecords: this.customMetadataRecords,
            labels: withTranslations(this.labels, this.labelTranslations),
            classes: this.classes,
            triggers: this.triggers,
            permissionSets: this.permissionSets,
            profiles: this.profiles,
            permissionSetGroups: this.namedOf('PermissionSetGroup'),
            customPermissions: this.namedOf('CustomPermission'),
            staticResources: this.staticResources,
            namedCredentials: this.namedOf('NamedCredential'),
            externalCredentials: this.namedOf('ExternalCredential'),
            remoteSites: this.namedOf('RemoteSiteSetting'),
            notificationTypes: this.namedOf('CustomNotificationType'),
            queues: this.namedOf('Queue'),
            groups: this.namedOf('Group'),
            roles: this.namedOf('Role'),
            globalValueSets: this.valueSets.global,
            standardValueSets: this.valueSets.standard,
            eventSubscriberConfigs: this.namedOf('PlatformEventSubscriberConfig'),
            eventChannels: this.namedOf('PlatformEventChannel'),
            eventChannelMembers: this.namedOf('PlatformEventChannelMember'),
            settings: this.namedOf('Settings'),
            ledger: { deployed: Object.fromEntries([...this.counts].sort()), skipped: this.skipped },
        };
    }

    private object(name: string, file: string): ObjectReader {
        const key = name.toLowerCase();
        let object = this.objects.get(key);
        if (object === undefined) this.objects.set(key, (object = new ObjectReader(name, file)));
        return object;
    }

    /** `objects/Foo__c/fields/Bar__c.field-meta.xml`: the object is the folder above the kind's folder. */
    private parentObject({ directory, file }: SourceFile): ObjectReader {
        return this.object(basename(dirname(directory)), file);
    }

    private addNamed(type: string, component: NamedComponent): void {
        this.named.set(type, [...this.namedOf(type), component]);
    }

    private namedOf(type: string): NamedComponent[] {
        return this.named.get(type) ?? [];
    }

    private count(type: string): void {
        this.counts.set(type, (this.counts.get(type) ?? 0) + 1);
    }
}

/** The content of a component beside its definition: the definition alone is listed. */
function isCompanion({ path, suffix, directory }: SourceFile): boolean {
    if (existsSync(`${path}-meta.xml`)) return true;
    const isCommonWord = suffix === 'component' || suffix === 'page' || suffix === 'index';
    return isCommonWord && basename(directory) !== `${suffix}s`;
}

function readXml({ path, file }: SourceFile): XmlElement {
    try {
        return parseXml(readFileSync(path, 'utf8')).root;
    } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new MetadataError('MALFORMED_XML', file, reason, cause);
    }
}

function readApex({ name, file, path }: SourceFile, projectVersion: string): ApexSource {
    const metaPath = `${path}-meta.xml`;
    const xml = existsSync(metaPath) ? parseXml(readFileSync(metaPath, 'utf8')).root : {};
    return {
        name,
        file,
        body: readFileSync(path, 'utf8'),
        apiVersion: text(xml, 'apiVersion') ?? projectVersion,
        status: (text(xml, 'status') ?? 'Active') as ApexSource['status'],
    };
}

function readValueSet(xml: XmlElement, name: string, valueElement: string): ValueSetMetadata {
    return { name, sorted: flag(xml, 'sorted'), values: elements(xml, valueElement).map(readPicklistValue) };
}
