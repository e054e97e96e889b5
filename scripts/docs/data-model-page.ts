import type { Field, PicklistValue } from './field.ts';
import { elements, requiredText, text, type MetadataElement } from './metadata-xml.ts';
import type { ObjectKind, ObjectModel, PackageMetadata, PermissionSet } from './package-metadata.ts';

const CHAPTERS: readonly { title: string; kinds: readonly ObjectKind[]; note: string }[] = [
    {
        title: 'Custom objects',
        kinds: ['custom object'],
        note: 'Fields are listed in the order of the layout. A field that is always required, and a master-detail field, cannot be part of a permission set: it goes with its object.',
    },
    {
        title: 'Fields on standard objects',
        kinds: ['standard object'],
        note: 'A package cannot carry layouts of standard objects. Add the fields where your users look for them: Setup, Object Manager, the object, Page Layouts. Access to the objects themselves cannot be packaged either and comes from your own permission sets.',
    },
    {
        title: 'Custom settings',
        kinds: ['hierarchy custom setting', 'list custom setting'],
        note: 'Settings have no layouts, and their fields are in no permission set: access is to the setting as a whole. A package carries the definition only; rows are written by the install handler where they are missing. The name of a row in a list setting has at most 38 characters.',
    },
    {
        title: 'Custom metadata types',
        kinds: ['custom metadata type'],
        note: 'Access is to the type as a whole. Fields marked "yours to change" may be changed in the records of the package; all fields of your own records are yours.',
    },
    {
        title: 'Platform events',
        kinds: ['platform event'],
        note: 'Events have no layouts, and their fields are in no permission set: to hear an event takes Read on it, to publish it Create.',
    },
];

/** The whole page, as it must stand in docs/data-model.md. */
export function renderDataModel(metadata: PackageMetadata): string {
    const blocks = [
        '<!-- Generated from force-app/main/default by `npm run docs:data-model`. Do not edit. -->',
        '# Data model',
        `Every object, field and name of the package, with who may see it. This page is generated from the metadata by \`npm run docs:data-model\`; what it says of a field is the help text of the field, followed by its description.`,
        `Names are printed as in the source. In an org with the package installed every name that the package brings has the prefix \`${metadata.namespace}__\`.`,
        table(
            ['Object', 'Label', 'Kind', 'Fields'],
            metadata.objects.map((object) => [
                `[\`${object.name}\`](#${anchor(object)})`,
                object.label,
                object.kind,
                String(object.fields.length),
            ]),
        ),
        ...CHAPTERS.flatMap(({ title, kinds, note }) => {
            const objects = metadata.objects.filter(({ kind }) => kinds.includes(kind));
            if (objects.length === 0) return [];
            return [`## ${title}`, note, ...objects.flatMap((object) => objectBlocks(object, metadata.permissionSets))];
        }),
        '## Global value sets',
        table(
            ['Name', 'Values', 'Meaning'],
            metadata.valueSets.map(({ name, values, description }) => [code(name), valueList(values), description]),
        ),
        '## Permission sets',
        table(
            ['Name', 'Label', 'Custom permissions', 'Meaning'],
            metadata.permissionSets.map(({ name, label, customPermissions, description }) => [
                code(name),
                label,
                customPermissions.map(code).join(', '),
                description,
            ]),
        ),
        '## Other names',
        table(
            ['Type', 'Name', 'Label', 'Meaning'],
            metadata.components.map(({ type, name, label, description }) => [
                type,
                code(name),
                // A tab of an object has no label of its own.
                metadata.objects.find((object) => object.name === name)?.label ?? label,
                description,
            ]),
        ),
    ];
    return `${blocks.join('\n\n')}\n`;
}

function objectBlocks(object: ObjectModel, permissionSets: readonly PermissionSet[]): string[] {
    const valueLists = object.fields.filter(({ values }) => values.length > 0);
    const formulas = object.fields.flatMap(({ name, formula }) => (formula === undefined ? [] : [{ name, formula }]));
    return [
        `### ${heading(object)}`,
        ...(object.description === '' ? [] : [object.description]),
        bullets(objectFacts(object, permissionSets)),
        table(
            ['Field', 'Label', 'Type', 'Flags', 'Meaning', 'Access'],
            object.fields.map((field) => [
                code(field.name),
                field.label,
                field.type,
                field.flags.join(', '),
                [field.help, field.description].filter(Boolean).join('<br>'),
                fieldAccess(object, field, permissionSets),
            ]),
        ),
        ...(valueLists.length === 0
            ? []
            : [bullets(valueLists.map(({ name, values }) => `Values of ${code(name)}: ${valueList(values)}.`))]),
        ...(formulas.length === 0
            ? []
            : [bullets(formulas.map(({ name, formula }) => `Formula of ${code(name)}: ${code(formula)}.`))]),
        ...(object.rules.length === 0
            ? []
            : [
                  table(
                      ['Validation rule', 'Refuses with', 'Because'],
                      object.rules.map(({ name, message, description }) => [code(name), message, description]),
                  ),
              ]),
    ];
}

function objectFacts(object: ObjectModel, permissionSets: readonly PermissionSet[]): string[] {
    const { definition, kind } = object;
    const [nameField] = elements(definition, 'nameField');
    const displayFormat = nameField && text(nameField, 'displayFormat');
    const grants = permissionSets.flatMap(({ label, objects }) => {
        const access = objects.get(object.name);
        return access === undefined ? [] : [`${label}: ${access}`];
    });
    const offLayout = object.fields.filter(({ name }) => !object.fieldsOnLayout.has(name));
    const hasLayout = kind === 'custom object' || kind === 'custom metadata type';
    return [
        ...(nameField === undefined
            ? []
            : [`Name: ${displayFormat === undefined ? 'text, 80 characters' : `auto number ${code(displayFormat)}`}.`]),
        ...(kind === 'custom object' ? [sharing(definition)] : []),
        ...(kind === 'platform event'
            ? [`${text(definition, 'eventType')} event, published as ${text(definition, 'publishBehavior')}.`]
            : []),
        ...(kind === 'standard object' ? [] : [`Access: ${grants.length === 0 ? 'none' : grants.join('; ')}.`]),
        ...(hasLayout && offLayout.length > 0
            ? [`On no layout: ${offLayout.map(({ name }) => code(name)).join(', ')}.`]
            : []),
        ...(object.listViews.length === 0 ? [] : [`List views: ${object.listViews.map(code).join(', ')}.`]),
    ];
}

const SHARING: Readonly<Record<string, string>> = {
    Private: 'private',
    Read: 'public read',
    ReadWrite: 'public read and write',
};

function sharing(definition: MetadataElement): string {
    const internal = requiredText(definition, 'sharingModel');
    const external = requiredText(definition, 'externalSharingModel');
    if (internal === 'ControlledByParent') return 'Sharing: controlled by the master.';
    return `Sharing: ${SHARING[internal] ?? internal} for internal users, ${SHARING[external] ?? external} for external ones.`;
}

function fieldAccess(object: ObjectModel, field: Field, permissionSets: readonly PermissionSet[]): string {
    if (object.kind !== 'custom object' && object.kind !== 'standard object')
        return `with the ${object.kind.split(' ').at(-1)}`;
    if (field.isRequired) return 'with the object';
    return permissionSets
        .flatMap(({ label, fields }) => {
            const access = fields.get(`${object.name}.${field.name}`);
            return access === undefined ? [] : [`${label}: ${access}`];
        })
        .join('<br>');
}

function valueList(values: readonly PicklistValue[]): string {
    return values.map(({ value, label }) => (value === label ? code(value) : `${code(value)} (${label})`)).join(', ');
}

function heading({ name, label }: ObjectModel): string {
    return label === name ? code(name) : `${label} (${code(name)})`;
}

/** The fragment that GitHub derives from a heading. */
function anchor(object: ObjectModel): string {
    return heading(object)
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-');
}

function code(name: string): string {
    return `\`${name}\``;
}

function bullets(lines: readonly string[]): string {
    return lines.map((line) => `- ${line}`).join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
