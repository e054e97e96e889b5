import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProject, type MetadataPackage } from '@sw-studio/local-org';

const field = (name: string, type: string, more: Readonly<Record<string, string>> = {}): string =>
    element(
        'fields',
        Object.entries({ fullName: name, label: name, type, ...more })
            .map(([tag, text]) => element(tag, text))
            .join(''),
    );

function element(tag: string, content: string): string {
    return `<${tag}>${content}</${tag}>`;
}

/** A queue row as a package has it: an auto number, a unique key, two external ids, a lookup, a few values. */
const FIELDS = [
    field('Key__c', 'Text', { length: '40', unique: 'true', externalId: 'true' }),
    field('Claim__c', 'Text', { length: '40', externalId: 'true' }),
    field('Source__c', 'Text', { length: '20', externalId: 'true' }),
    field('Account__c', 'Lookup', { referenceTo: 'Account', relationshipName: 'Rows' }),
    field('Status__c', 'Text', { length: '20' }),
    field('Attempts__c', 'Number', { precision: '5', scale: '0' }),
    field('Due__c', 'DateTime'),
];

const OBJECT = element(
    'CustomObject',
    [
        element('label', 'Row'),
        element('pluralLabel', 'Rows'),
        element('sharingModel', 'ReadWrite'),
        element('nameField', '<label>Number</label><type>AutoNumber</type><displayFormat>R-{0000000}</displayFormat>'),
        ...FIELDS,
    ].join(''),
);

/** The metadata of the object `Row__c`. */
export function benchPackage(): MetadataPackage {
    const folder = mkdtempSync(join(tmpdir(), 'bench-object-'));
    mkdirSync(join(folder, 'objects'));
    writeFileSync(join(folder, 'objects', 'Row__c.object'), OBJECT);
    const source = readProject(folder);
    rmSync(folder, { recursive: true });
    return source;
}
