import { element, elements, flag, text, texts, whole } from './xml.ts';
import type { FieldMetadata, FilterItem, PicklistValueMetadata, XmlElement } from './model.ts';

/** Reads `<CustomField>`, or `<fields>` of an object in metadata format. */
export function readField(xml: XmlElement, file: string): FieldMetadata {
    const valueSet = element(xml, 'valueSet');
    const legacyPicklist = element(xml, 'picklist');
    return {
        name: text(xml, 'fullName') ?? '',
        label: text(xml, 'label'),
        type: text(xml, 'type'),
        length: whole(xml, 'length'),
        precision: whole(xml, 'precision'),
        scale: whole(xml, 'scale'),
        required: flag(xml, 'required'),
        unique: flag(xml, 'unique'),
        caseSensitive: flag(xml, 'caseSensitive'),
        externalId: flag(xml, 'externalId'),
        defaultValue: text(xml, 'defaultValue'),
        formula: text(xml, 'formula'),
        formulaTreatBlanksAs: text(xml, 'formulaTreatBlanksAs') as FieldMetadata['formulaTreatBlanksAs'],
        helpText: text(xml, 'inlineHelpText'),
        displayFormat: text(xml, 'displayFormat'),
        startingNumber: whole(xml, 'startingNumber') ?? 1,
        referenceTo: text(xml, 'referenceTo'),
        relationshipName: text(xml, 'relationshipName'),
        relationshipLabel: text(xml, 'relationshipLabel'),
        relationshipOrder: whole(xml, 'relationshipOrder'),
        deleteConstraint: text(xml, 'deleteConstraint') as FieldMetadata['deleteConstraint'],
        reparentableMasterDetail: flag(xml, 'reparentableMasterDetail'),
        writeRequiresMasterRead: flag(xml, 'writeRequiresMasterRead'),
        metadataRelationshipControllingField: text(xml, 'metadataRelationshipControllingField'),
        summarizedField: text(xml, 'summarizedField'),
        summaryForeignKey: text(xml, 'summaryForeignKey'),
        summaryOperation: text(xml, 'summaryOperation') as FieldMetadata['summaryOperation'],
        summaryFilterItems: elements(xml, 'summaryFilterItems').map(readFilterItem),
        valueSetName: valueSet === undefined ? null : text(valueSet, 'valueSetName'),
        controllingField: text(valueSet ?? legacyPicklist ?? {}, 'controllingField'),
        restrictedPicklist: flag(valueSet ?? legacyPicklist ?? {}, valueSet ? 'restricted' : 'restrictedPicklist'),
        picklistValues: valueSet ? readValueSet(valueSet) : readLegacyPicklist(legacyPicklist),
        trackHistory: flag(xml, 'trackHistory'),
        fieldManageability: text(xml, 'fieldManageability'),
        file,
    };
}

const MEANINGS = ['closed', 'won', 'probability', 'forecastCategory', 'converted', 'highPriority'];

export function readPicklistValue(xml: XmlElement): PicklistValueMetadata {
    const fullName = text(xml, 'fullName') ?? '';
    return {
        fullName,
        label: text(xml, 'label') ?? fullName,
        default: flag(xml, 'default'),
        active: flag(xml, 'isActive', true),
        meaning: Object.fromEntries(
            MEANINGS.flatMap((name) => {
                const value = text(xml, name);
                return value === null ? [] : [[name, value]];
            }),
        ),
        controllingValues: texts(xml, 'controllingFieldValues'),
    };
}

function readValueSet(valueSet: XmlElement): readonly PicklistValueMetadata[] {
    const settings = new Map(
        elements(valueSet, 'valueSettings').map((setting) => [
            text(setting, 'valueName'),
            texts(setting, 'controllingFieldValue'),
        ]),
    );
    const definition = element(valueSet, 'valueSetDefinition');
    return elements(definition ?? {}, 'value').map((value) => {
        const picklistValue = readPicklistValue(value);
        return { ...picklistValue, controllingValues: settings.get(picklistValue.fullName) ?? [] };
    });
}

function readLegacyPicklist(picklist: XmlElement | undefined): readonly PicklistValueMetadata[] {
    return elements(picklist ?? {}, 'picklistValues').map(readPicklistValue);
}

function readFilterItem(xml: XmlElement): FilterItem {
    return {
        field: text(xml, 'field') ?? '',
        operation: text(xml, 'operation') ?? 'equals',
        value: text(xml, 'value'),
        valueField: text(xml, 'valueField'),
    };
}
