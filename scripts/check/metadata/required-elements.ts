// Elements that the types leave optional and an org, or a reader of this package, does not do without.
import type { Fault } from '../gate.ts';
import type { MetadataFile } from '../package-model/metadata-file.ts';
import { kindOf } from '../package-model/objects.ts';
import type { ObjectKind } from '../package-model/objects.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childOf, textOf } from '../package-model/xml.ts';

/** Of every component of a type. */
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
    ApexClass: ['apiVersion', 'status'],
    ApexTrigger: ['apiVersion', 'status'],
    CompactLayout: ['fullName', 'label', 'fields'],
    CustomApplication: ['label', 'formFactors', 'navType', 'uiType'],
    CustomField: ['fullName'],
    CustomMetadata: ['label'],
    CustomNotificationType: ['customNotifTypeName', 'masterLabel', 'desktop', 'mobile'],
    CustomPermission: ['label', 'description'],
    Flow: ['apiVersion', 'label', 'processType', 'status'],
    GlobalValueSet: ['masterLabel', 'sorted'],
    LightningComponentBundle: ['apiVersion', 'isExposed'],
    ListView: ['fullName', 'label', 'filterScope'],
    PermissionSet: ['label', 'description', 'hasActivationRequired'],
    ValidationRule: ['fullName', 'active', 'errorConditionFormula', 'errorMessage'],
};

/** Of an object that is ours; the file of a standard object says only what the package changes. */
const BY_OBJECT_KIND: Readonly<Record<ObjectKind, readonly string[]>> = {
    standard: [],
    custom: ['label', 'pluralLabel', 'description', 'nameField', 'deploymentStatus', 'sharingModel'],
    setting: ['label', 'description', 'customSettingsType', 'visibility'],
    event: ['label', 'pluralLabel', 'description', 'deploymentStatus', 'eventType', 'publishBehavior'],
    metadata: ['label', 'pluralLabel', 'description', 'visibility'],
};

/** Of a custom field, by its type; the label and the two texts are what an admin sees of it. */
const EVERY_FIELD = ['type', 'label', 'description', 'inlineHelpText'];
const BY_FIELD_TYPE: Readonly<Record<string, readonly string[]>> = {
    AutoNumber: ['displayFormat'],
    Checkbox: ['defaultValue'],
    Currency: ['precision', 'scale'],
    Html: ['length', 'visibleLines'],
    LongTextArea: ['length', 'visibleLines'],
    Lookup: ['referenceTo', 'relationshipName', 'relationshipLabel'],
    MasterDetail: ['referenceTo', 'relationshipName', 'relationshipLabel', 'relationshipOrder'],
    MultiselectPicklist: ['valueSet', 'visibleLines'],
    Number: ['precision', 'scale'],
    Percent: ['precision', 'scale'],
    Picklist: ['valueSet'],
    Summary: ['summaryForeignKey', 'summaryOperation'],
    Text: ['length'],
};

export function checkRequiredElements(model: PackageModel, metadata: MetadataFile): Fault[] {
    const { file, root } = metadata;
    return requiredOf(model, metadata)
        .filter((name) => childOf(root, name) === undefined)
        .map((name) => ({
            file,
            line: root.line,
            rule: 'missing-element',
            message: `${metadata.type} ${metadata.name} needs <${name}>`,
        }));
}

function requiredOf(model: PackageModel, { type, name, root }: MetadataFile): readonly string[] {
    const always = BY_TYPE[type] ?? [];
    if (type === 'CustomObject') return [...always, ...BY_OBJECT_KIND[kindOf(model, name)]];
    if (type !== 'CustomField') return always;
    // A formula has the type of its result and none of that type's lengths.
    const ofType = childOf(root, 'formula') === undefined ? (BY_FIELD_TYPE[textOf(root, 'type')] ?? []) : [];
    return [...always, ...EVERY_FIELD, ...ofType];
}
