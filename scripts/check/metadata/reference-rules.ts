/** Which elements of which type name something else, and what kind of thing they name. */

export type ReferenceKind =
    | 'object'
    | 'field'
    | 'column'
    | 'qualified field'
    | 'related list'
    | 'class'
    | 'page'
    | 'component'
    | 'custom permission'
    | 'label'
    | 'flow'
    | 'tab'
    | 'application'
    | 'Lightning page'
    | 'global value set'
    | 'trigger'
    | 'compact layout'
    | 'record type'
    | 'custom setting'
    | 'custom metadata type'
    | 'external credential'
    | 'external credential principal';

export interface ReferenceRule {
    in: string;
    /** Path of elements from the root. */
    at: string;
    kind: ReferenceKind;
}

const permissionSet = (at: string, kind: ReferenceKind): ReferenceRule => ({ in: 'PermissionSet', at, kind });
const object = (at: string, kind: ReferenceKind): ReferenceRule => ({ in: 'CustomObject', at, kind });

export const REFERENCE_RULES: readonly ReferenceRule[] = [
    permissionSet('applicationVisibilities/application', 'application'),
    permissionSet('classAccesses/apexClass', 'class'),
    permissionSet('customMetadataTypeAccesses/name', 'custom metadata type'),
    permissionSet('customPermissions/name', 'custom permission'),
    permissionSet('customSettingAccesses/name', 'custom setting'),
    permissionSet('externalCredentialPrincipalAccesses/externalCredentialPrincipal', 'external credential principal'),
    permissionSet('fieldPermissions/field', 'qualified field'),
    permissionSet('flowAccesses/flow', 'flow'),
    permissionSet('objectPermissions/object', 'object'),
    permissionSet('pageAccesses/apexPage', 'page'),
    permissionSet('recordTypeVisibilities/recordType', 'record type'),
    permissionSet('tabSettings/tab', 'tab'),
    { in: 'CustomApplication', at: 'tabs', kind: 'tab' },
    { in: 'CustomApplication', at: 'defaultLandingTab', kind: 'tab' },
    { in: 'CustomApplication', at: 'utilityBar', kind: 'Lightning page' },
    { in: 'CustomApplication', at: 'actionOverrides/content', kind: 'Lightning page' },
    { in: 'CustomTab', at: 'lwcComponent', kind: 'component' },
    { in: 'CustomTab', at: 'flexiPage', kind: 'Lightning page' },
    { in: 'CustomTab', at: 'page', kind: 'page' },
    { in: 'CustomField', at: 'referenceTo', kind: 'object' },
    { in: 'CustomField', at: 'valueSet/valueSetName', kind: 'global value set' },
    { in: 'CustomField', at: 'valueSet/controllingField', kind: 'field' },
    { in: 'CustomField', at: 'summaryForeignKey', kind: 'qualified field' },
    { in: 'CustomField', at: 'summarizedField', kind: 'qualified field' },
    { in: 'CustomField', at: 'lookupFilter/filterItems/field', kind: 'qualified field' },
    { in: 'ValidationRule', at: 'errorDisplayField', kind: 'field' },
    { in: 'CompactLayout', at: 'fields', kind: 'field' },
    { in: 'FieldSet', at: 'displayedFields/field', kind: 'field' },
    { in: 'ListView', at: 'columns', kind: 'column' },
    { in: 'ListView', at: 'filters/field', kind: 'column' },
    { in: 'Layout', at: 'layoutSections/layoutColumns/layoutItems/field', kind: 'field' },
    { in: 'Layout', at: 'layoutSections/layoutColumns/layoutItems/page', kind: 'page' },
    { in: 'Layout', at: 'relatedLists/relatedList', kind: 'related list' },
    object('actionOverrides/content', 'Lightning page'),
    object('compactLayoutAssignment', 'compact layout'),
    object('searchLayouts/customTabListAdditionalFields', 'column'),
    object('searchLayouts/lookupDialogsAdditionalFields', 'column'),
    object('searchLayouts/searchFilterFields', 'column'),
    object('searchLayouts/searchResultsAdditionalFields', 'column'),
    { in: 'CustomMetadata', at: 'values/field', kind: 'field' },
    { in: 'PlatformEventSubscriberConfig', at: 'platformEventConsumer', kind: 'trigger' },
    { in: 'NamedCredential', at: 'namedCredentialParameters/externalCredential', kind: 'external credential' },
    { in: 'QuickAction', at: 'targetObject', kind: 'object' },
    { in: 'QuickAction', at: 'lightningWebComponent', kind: 'component' },
    { in: 'QuickAction', at: 'flowDefinition', kind: 'flow' },
    { in: 'LightningComponentBundle', at: 'targetConfigs/targetConfig/objects/object', kind: 'object' },
];
