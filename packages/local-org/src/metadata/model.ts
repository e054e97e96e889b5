/**
 * Metadata as the source files say it: names without the namespace of the package that is being deployed, references
 * unresolved. `schema/` gives them their full names and their meaning.
 */

export interface MetadataPackage {
    /** '' for unpackaged source. */
    readonly namespace: string;
    /** `sourceApiVersion` of the project, such as `65.0`. */
    readonly apiVersion: string;
    readonly objects: readonly ObjectMetadata[];
    readonly customMetadataRecords: readonly CustomMetadataRecord[];
    readonly labels: readonly LabelMetadata[];
    readonly classes: readonly ApexSource[];
    readonly triggers: readonly ApexSource[];
    readonly permissionSets: readonly PermissionMetadata[];
    readonly profiles: readonly PermissionMetadata[];
    readonly permissionSetGroups: readonly NamedComponent[];
    readonly customPermissions: readonly NamedComponent[];
    readonly staticResources: readonly StaticResource[];
    readonly namedCredentials: readonly NamedComponent[];
    readonly externalCredentials: readonly NamedComponent[];
    readonly remoteSites: readonly NamedComponent[];
    readonly notificationTypes: readonly NamedComponent[];
    readonly queues: readonly NamedComponent[];
    readonly groups: readonly NamedComponent[];
    readonly roles: readonly NamedComponent[];
    readonly globalValueSets: readonly ValueSetMetadata[];
    readonly standardValueSets: readonly ValueSetMetadata[];
    readonly eventSubscriberConfigs: readonly NamedComponent[];
    readonly eventChannels: readonly NamedComponent[];
    readonly eventChannelMembers: readonly NamedComponent[];
    readonly settings: readonly NamedComponent[];
    readonly ledger: DeploymentLedger;
}

/** What was read, what was left out and why: a component that has no effect here is listed, never dropped in silence. */
export interface DeploymentLedger {
    readonly deployed: Readonly<Record<string, number>>;
    readonly skipped: readonly SkippedComponent[];
}

export interface SkippedComponent {
    readonly type: string;
    readonly name: string;
    /** Relative to the project. */
    readonly file: string;
    readonly reason: string;
}

/** A component of which callers read the XML themselves; elements by name, text as strings. */
export interface NamedComponent {
    readonly name: string;
    readonly label: string;
    readonly content: XmlElement;
}

export interface XmlElement {
    readonly [element: string]: XmlValue;
}

export type XmlValue = string | XmlElement | readonly XmlValue[] | undefined;

export interface ObjectMetadata {
    readonly name: string;
    readonly label: string | null;
    readonly pluralLabel: string | null;
    readonly description: string | null;
    /** Null in an extension of a standard object. */
    readonly nameField: NameFieldMetadata | null;
    readonly customSettingsType: 'Hierarchy' | 'List' | null;
    readonly visibility: 'Public' | 'Protected' | 'PackageProtected' | null;
    readonly sharingModel: string | null;
    readonly enableHistory: boolean;
    readonly enableFeeds: boolean;
    readonly enableActivities: boolean;
    readonly enableSearch: boolean;
    readonly eventType: string | null;
    readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately' | null;
    readonly deploymentStatus: string | null;
    readonly fields: readonly FieldMetadata[];
    readonly recordTypes: readonly RecordTypeMetadata[];
    readonly fieldSets: readonly FieldSetMetadata[];
    readonly validationRules: readonly ValidationRuleMetadata[];
    readonly listViews: readonly string[];
    readonly file: string;
}

export interface NameFieldMetadata {
    readonly label: string;
    readonly type: 'Text' | 'AutoNumber';
    readonly displayFormat: string | null;
    readonly startingNumber: number;
    readonly trackHistory: boolean;
}

export interface PicklistValueMetadata {
    readonly fullName: string;
    readonly label: string;
    readonly default: boolean;
    readonly active: boolean;
    /** Texts of the elements that say what a standard value means: `closed`, `won`, `probability`, `converted` ... */
    readonly meaning: Readonly<Record<string, string>>;
    /** Values of the controlling field under which this one may be chosen; empty: no dependency. */
    readonly controllingValues: readonly string[];
}

export interface ValueSetMetadata {
    readonly name: string;
    readonly sorted: boolean;
    readonly values: readonly PicklistValueMetadata[];
}

export interface FilterItem {
    readonly field: string;
    readonly operation: string;
    readonly value: string | null;
    readonly valueField: string | null;
}

export interface FieldMetadata {
    readonly name: string;
    readonly label: string | null;
    /** `Text`, `Number`, `Lookup`, ... ; null on standard fields, which may only be adjusted. */
    readonly type: string | null;
    readonly length: number | null;
    readonly precision: number | null;
    readonly scale: number | null;
    readonly required: boolean;
    readonly unique: boolean;
    readonly caseSensitive: boolean;
    readonly externalId: boolean;
    readonly defaultValue: string | null;
    readonly formula: string | null;
    readonly formulaTreatBlanksAs: 'BlankAsZero' | 'BlankAsBlank' | null;
    readonly helpText: string | null;
    readonly displayFormat: string | null;
    readonly startingNumber: number;
    readonly referenceTo: string | null;
    readonly relationshipName: string | null;
    readonly relationshipLabel: string | null;
    readonly relationshipOrder: number | null;
    readonly deleteConstraint: 'Cascade' | 'Restrict' | 'SetNull' | null;
    readonly reparentableMasterDetail: boolean;
    readonly writeRequiresMasterRead: boolean;
    readonly metadataRelationshipControllingField: string | null;
    readonly summarizedField: string | null;
    readonly summaryForeignKey: string | null;
    readonly summaryOperation: 'count' | 'sum' | 'min' | 'max' | null;
    readonly summaryFilterItems: readonly FilterItem[];
    readonly valueSetName: string | null;
    readonly controllingField: string | null;
    readonly restrictedPicklist: boolean;
    readonly picklistValues: readonly PicklistValueMetadata[];
    readonly trackHistory: boolean;
    readonly fieldManageability: string | null;
    readonly file: string;
}

export interface RecordTypeMetadata {
    readonly name: string;
    readonly label: string;
    readonly description: string | null;
    readonly active: boolean;
    readonly businessProcess: string | null;
    /** Values by picklist field that the record type allows, with its default. */
    readonly picklistValues: readonly {
        readonly picklist: string;
        readonly values: readonly { readonly fullName: string; readonly default: boolean }[];
    }[];
}

export interface FieldSetMetadata {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly displayedFields: readonly { readonly field: string; readonly required: boolean }[];
}

export interface ValidationRuleMetadata {
    readonly name: string;
    readonly active: boolean;
    readonly formula: string;
    readonly errorMessage: string;
    /** The field under which the error is shown; null: top of the page. */
    readonly errorDisplayField: string | null;
    readonly file: string;
}

export interface CustomMetadataRecord {
    /** `Sync_Rule__mdt`, completed from the `Sync_Rule` of the file's name. */
    readonly objectName: string;
    readonly developerName: string;
    readonly label: string;
    readonly protected: boolean;
    /** Text as in the file; null for `xsi:nil`. */
    readonly values: readonly { readonly field: string; readonly value: string | null }[];
    readonly file: string;
}

export interface LabelMetadata {
    readonly name: string;
    readonly value: string;
    readonly language: string;
    readonly shortDescription: string;
    /** Translated values by language; empty without translations. */
    readonly translations: Readonly<Record<string, string>>;
    readonly protected: boolean;
}

export interface ApexSource {
    readonly name: string;
    readonly file: string;
    readonly body: string;
    readonly apiVersion: string;
    readonly status: 'Active' | 'Inactive' | 'Deleted';
}

/** A profile or a permission set. */
export interface PermissionMetadata {
    readonly name: string;
    readonly label: string;
    readonly license: string | null;
    readonly userPermissions: readonly string[];
    readonly customPermissions: readonly string[];
    readonly classAccesses: readonly string[];
    readonly objectPermissions: readonly ObjectPermissionMetadata[];
    readonly fieldPermissions: readonly {
        readonly field: string;
        readonly readable: boolean;
        readonly editable: boolean;
    }[];
    readonly recordTypeVisibilities: readonly {
        readonly recordType: string;
        readonly visible: boolean;
        readonly default: boolean;
    }[];
    readonly customSettingAccesses: readonly string[];
    readonly customMetadataTypeAccesses: readonly string[];
    readonly externalCredentialPrincipalAccesses: readonly string[];
}

export interface ObjectPermissionMetadata {
    readonly object: string;
    readonly allowCreate: boolean;
    readonly allowRead: boolean;
    readonly allowEdit: boolean;
    readonly allowDelete: boolean;
    readonly viewAllRecords: boolean;
    readonly modifyAllRecords: boolean;
}

export interface StaticResource {
    readonly name: string;
    readonly contentType: string;
    readonly cacheControl: string;
    /** The resource as the platform stores it: a folder in source format arrives zipped. */
    readonly body: () => Uint8Array;
}
