import { readField } from './read-field.ts';
import { element, elements, flag, text, whole } from './xml.ts';
import type {
    FieldMetadata,
    FieldSetMetadata,
    NameFieldMetadata,
    ObjectMetadata,
    RecordTypeMetadata,
    ValidationRuleMetadata,
    XmlElement,
} from './model.ts';

/** Collects an object that is spread over files, or over package directories. */
export class ObjectReader {
    readonly name: string;
    private definition: XmlElement = {};
    private file: string;
    private readonly fields = new Map<string, FieldMetadata>();
    private readonly recordTypes: RecordTypeMetadata[] = [];
    private readonly fieldSets: FieldSetMetadata[] = [];
    private readonly validationRules: ValidationRuleMetadata[] = [];
    private readonly listViews: string[] = [];

    constructor(name: string, file: string) {
        this.name = name;
        this.file = file;
    }

    /** `<CustomObject>`, whose parts may be inline. */
    addDefinition(xml: XmlElement, file: string): void {
        this.definition = { ...this.definition, ...xml };
        this.file = file;
        for (const field of elements(xml, 'fields')) this.addField(field, file);
        for (const part of elements(xml, 'recordTypes')) this.recordTypes.push(readRecordType(part));
        for (const part of elements(xml, 'fieldSets')) this.fieldSets.push(readFieldSet(part));
        for (const part of elements(xml, 'validationRules')) this.validationRules.push(readValidationRule(part, file));
        for (const part of elements(xml, 'listViews')) this.listViews.push(text(part, 'fullName') ?? '');
    }

    addField(xml: XmlElement, file: string): void {
        const field = readField(xml, file);
        this.fields.set(field.name.toLowerCase(), field);
    }

    addRecordType(xml: XmlElement): void {
        this.recordTypes.push(readRecordType(xml));
    }

    addFieldSet(xml: XmlElement): void {
        this.fieldSets.push(readFieldSet(xml));
    }

    addValidationRule(xml: XmlElement, file: string): void {
        this.validationRules.push(readValidationRule(xml, file));
    }

    addListView(name: string): void {
        this.listViews.push(name);
    }

    finish(): ObjectMetadata {
        const xml = this.definition;
        return {
            name: this.name,
            label: text(xml, 'label'),
            pluralLabel: text(xml, 'pluralLabel'),
            description: text(xml, 'description'),
            nameField: readNameField(element(xml, 'nameField')),
            customSettingsType: text(xml, 'customSettingsType') as ObjectMetadata['customSettingsType'],
            visibility: text(xml, 'visibility') as ObjectMetadata['visibility'],
            sharingModel: text(xml, 'sharingModel'),
            enableHistory: flag(xml, 'enableHistory'),
            enableFeeds: flag(xml, 'enableFeeds'),
            enableActivities: flag(xml, 'enableActivities'),
            enableSearch: flag(xml, 'enableSearch'),
            eventType: text(xml, 'eventType'),
            publishBehavior: text(xml, 'publishBehavior') as ObjectMetadata['publishBehavior'],
            deploymentStatus: text(xml, 'deploymentStatus'),
            fields: [...this.fields.values()],
            recordTypes: this.recordTypes,
            fieldSets: this.fieldSets,
            validationRules: this.validationRules,
            listViews: this.listViews,
            file: this.file,
        };
    }
}

function readNameField(xml: XmlElement | undefined): NameFieldMetadata | null {
    if (xml === undefined) return null;
    return {
        label: text(xml, 'label') ?? 'Name',
        type: text(xml, 'type') === 'AutoNumber' ? 'AutoNumber' : 'Text',
        displayFormat: text(xml, 'displayFormat'),
        startingNumber: whole(xml, 'startingNumber') ?? 1,
        trackHistory: flag(xml, 'trackHistory'),
    };
}

function readRecordType(xml: XmlElement): RecordTypeMetadata {
    return {
        name: text(xml, 'fullName') ?? '',
        label: text(xml, 'label') ?? '',
        description: text(xml, 'description'),
        active: flag(xml, 'active', true),
        businessProcess: text(xml, 'businessProcess'),
        picklistValues: elements(xml, 'picklistValues').map((picklist) => ({
            picklist: text(picklist, 'picklist') ?? '',
            values: elements(picklist, 'values').map((value) => ({
                fullName: decodeURIComponentLeniently(text(value, 'fullName') ?? ''),
                default: flag(value, 'default'),
            })),
        })),
    };
}

/** Record types write their picklist values percent-encoded (`Closed %2F Won`). */
function decodeURIComponentLeniently(value: string): string {
    return value.replaceAll(/%[0-9A-Fa-f]{2}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

function readFieldSet(xml: XmlElement): FieldSetMetadata {
    return {
        name: text(xml, 'fullName') ?? '',
        label: text(xml, 'label') ?? '',
        description: text(xml, 'description') ?? '',
        displayedFields: elements(xml, 'displayedFields').map((member) => ({
            field: text(member, 'field') ?? '',
            required: flag(member, 'isRequired'),
        })),
    };
}

function readValidationRule(xml: XmlElement, file: string): ValidationRuleMetadata {
    return {
        name: text(xml, 'fullName') ?? '',
        active: flag(xml, 'active', true),
        formula: text(xml, 'errorConditionFormula') ?? '',
        errorMessage: text(xml, 'errorMessage') ?? '',
        errorDisplayField: text(xml, 'errorDisplayField'),
        file,
    };
}
