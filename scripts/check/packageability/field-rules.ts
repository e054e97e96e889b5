import type { MetadataFile } from '../package-model/metadata-file.ts';
import { kindOf } from '../package-model/objects.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childOf, textOf } from '../package-model/xml.ts';
import { isCalculated, lineOf, numberOf } from './field-facts.ts';
import { SOURCES } from './rule.ts';
import type { Offence, PackageRule } from './rule.ts';

const SETTING_TYPES = [
    'Checkbox',
    'Currency',
    'Date',
    'DateTime',
    'Email',
    'Number',
    'Percent',
    'Phone',
    'Text',
    'TextArea',
    'Url',
];
const EVENT_TYPES = ['Checkbox', 'Date', 'DateTime', 'LongTextArea', 'Number', 'Text'];
const UNIQUE_TYPES = ['Email', 'Number', 'Text'];
const EXTERNAL_ID_TYPES = ['AutoNumber', 'Email', 'Number', 'Text'];
const LONGEST_TEXT = 255;
const SHORTEST_LONG_TEXT = 256;
const LONGEST_LONG_TEXT = 131_072;
const FEWEST_LINES = 2;
const MOST_LINES = 50;
const MOST_DIGITS = 18;

export const FIELD_RULES: readonly PackageRule[] = [
    {
        id: 'setting-field-type',
        states: `The fields of custom settings are of the types ${SETTING_TYPES.join(', ')}`,
        source: SOURCES.fieldConsiderations,
        check: (model) =>
            eachField(model, 'type', (field) => {
                if (kindOf(model, field.object ?? '') !== 'setting') return undefined;
                const type = childOf(field.root, 'formula') === undefined ? textOf(field.root, 'type') : 'Formula';
                return SETTING_TYPES.includes(type)
                    ? undefined
                    : `A custom setting cannot have the ${type} field ${field.name}`;
            }),
    },
    {
        id: 'event-field-type',
        states: `The fields of platform events are of the types ${EVENT_TYPES.join(', ')}`,
        source: SOURCES.eventFields,
        check: (model) =>
            eachField(model, 'type', (field) => {
                if (kindOf(model, field.object ?? '') !== 'event') return undefined;
                const type = textOf(field.root, 'type');
                return EVENT_TYPES.includes(type)
                    ? undefined
                    : `A platform event cannot have the ${type} field ${field.name}`;
            }),
    },
    {
        id: 'text-length',
        states: `A text, also one of an event or a setting, has 1 to ${LONGEST_TEXT} characters`,
        source: SOURCES.customField,
        check: (model) =>
            eachField(model, 'length', (field) => {
                if (textOf(field.root, 'type') !== 'Text' || isCalculated(field)) return undefined;
                return outside(field, 'length', 1, LONGEST_TEXT, 'use a long text area for more');
            }),
    },
    {
        id: 'long-text-length',
        states: `A long text area has ${SHORTEST_LONG_TEXT} to ${LONGEST_LONG_TEXT} characters`,
        source: SOURCES.customField,
        check: (model) =>
            eachField(model, 'length', (field) => {
                if (!/^(?:LongTextArea|Html)$/.test(textOf(field.root, 'type'))) return undefined;
                return outside(field, 'length', SHORTEST_LONG_TEXT, LONGEST_LONG_TEXT, 'use a text for less');
            }),
    },
    {
        id: 'visible-lines',
        states: `A long text area shows ${FEWEST_LINES} to ${MOST_LINES} lines`,
        source: SOURCES.fieldAttributes,
        check: (model) =>
            eachField(model, 'visibleLines', (field) => {
                if (textOf(field.root, 'type') !== 'LongTextArea') return undefined;
                return outside(field, 'visibleLines', FEWEST_LINES, MOST_LINES, 'the page scrolls');
            }),
    },
    {
        id: 'number-precision',
        states: `A number has at most ${MOST_DIGITS} digits, of which scale counts those after the point`,
        source: SOURCES.customField,
        check: (model) =>
            eachField(model, 'precision', (field) => {
                const precision = numberOf(field, 'precision');
                if (precision === undefined) return undefined;
                const scale = numberOf(field, 'scale') ?? 0;
                if (precision <= MOST_DIGITS && scale <= precision) return undefined;
                return `${field.name} has precision ${precision} and scale ${scale}; at most ${MOST_DIGITS} digits in all`;
            }),
    },
    {
        id: 'unique-field-type',
        states: `Unique fields are of the types ${UNIQUE_TYPES.join(', ')}`,
        source: SOURCES.fieldAttributes,
        check: (model) => eachField(model, 'unique', (field) => wrongTypeFor(field, 'unique', UNIQUE_TYPES)),
    },
    {
        id: 'external-id-type',
        states: `External ids are of the types ${EXTERNAL_ID_TYPES.join(', ')}`,
        source: SOURCES.fieldAttributes,
        check: (model) =>
            eachField(model, 'externalId', (field) => wrongTypeFor(field, 'externalId', EXTERNAL_ID_TYPES)),
    },
];

/** Reports at the line of the element that is wrong. */
function eachField(
    model: PackageModel,
    element: string,
    explain: (field: MetadataFile) => string | undefined,
): Offence[] {
    return model.ofType('CustomField').flatMap((field) => {
        const message = explain(field);
        return message === undefined ? [] : [{ file: field.file, line: lineOf(field, element), message }];
    });
}

function outside(
    field: MetadataFile,
    element: string,
    least: number,
    most: number,
    remedy: string,
): string | undefined {
    const value = numberOf(field, element);
    if (value === undefined || (value >= least && value <= most)) return undefined;
    return `${field.name} has ${element} ${value}, and may have ${least} to ${most}; ${remedy}`;
}

function wrongTypeFor({ name, root }: MetadataFile, flag: string, types: readonly string[]): string | undefined {
    const type = textOf(root, 'type');
    if (textOf(root, flag) !== 'true' || types.includes(type)) return undefined;
    return `${name} is ${flag}, which a ${type} field cannot be`;
}
