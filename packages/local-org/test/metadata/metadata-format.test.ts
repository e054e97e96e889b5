import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { MetadataError } from '../../src/metadata/metadata-error.ts';
import { readProject } from '../../src/metadata/read-project.ts';

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'metadata-'));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
    }
    return folder;
}

after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Book</label>
    <pluralLabel>Books</pluralLabel>
    <nameField><label>Title</label><type>Text</type></nameField>
    <fields>
        <fullName>Genre__c</fullName>
        <label>Genre</label>
        <picklist>
            <picklistValues><fullName>Crime</fullName><default>true</default></picklistValues>
            <picklistValues><fullName>Poetry</fullName><default>false</default></picklistValues>
            <restrictedPicklist>true</restrictedPicklist>
        </picklist>
        <type>Picklist</type>
    </fields>
    <fields><fullName>Pages__c</fullName><label>Pages</label><type>Number</type><precision>5</precision><scale>0</scale></fields>
    <validationRules>
        <fullName>Has_Pages</fullName><active>true</active>
        <errorConditionFormula>Pages__c = 0</errorConditionFormula><errorMessage>A book has pages.</errorMessage>
    </validationRules>
</CustomObject>`;

test('a project in metadata format is read without sfdx-project.json', () => {
    const source = readProject(
        project({
            'src/objects/Book__c.object': OBJECT,
            'src/classes/Shelf.cls': 'public class Shelf {}',
            'src/classes/Shelf.cls-meta.xml':
                '<ApexClass><apiVersion>40.0</apiVersion><status>Active</status></ApexClass>',
            'src/labels/CustomLabels.labels':
                '<CustomLabels><labels><fullName>Title</fullName><value>Title</value></labels></CustomLabels>',
            'src/package.xml': '<Package/>',
        }),
    );
    const [book] = source.objects;
    assert.equal(book?.name, 'Book__c');
    assert.deepEqual(
        book.fields.map(({ name }) => name),
        ['Genre__c', 'Pages__c'],
    );
    assert.deepEqual(
        book.fields[0]?.picklistValues.map(({ fullName, default: isDefault }) => [fullName, isDefault]),
        [
            ['Crime', true],
            ['Poetry', false],
        ],
    );
    assert.equal(book.fields[0]?.restrictedPicklist, true);
    assert.equal(book.validationRules[0]?.errorMessage, 'A book has pages.');
    assert.equal(source.classes[0]?.apiVersion, '40.0');
    assert.equal(source.labels[0]?.name, 'Title');
});

test('malformed XML names its file', () => {
    const folder = project({ 'objects/Book__c/Book__c.object-meta.xml': '<CustomObject><label>Book</CustomObject>' });
    assert.throws(
        () => readProject(folder),
        (error: unknown) =>
            error instanceof MetadataError &&
            error.code === 'MALFORMED_XML' &&
            error.file === 'objects/Book__c/Book__c.object-meta.xml',
    );
});

test('a package directory that does not exist is refused', () => {
    const folder = project({ 'sfdx-project.json': '{"packageDirectories":[{"path":"nowhere"}]}' });
    assert.throws(() => readProject(folder), /nowhere: sfdx-project.json names a folder that does not exist/);
});

test('the namespace comes from sfdx-project.json unless another one is given', () => {
    const folder = project({
        'sfdx-project.json': '{"packageDirectories":[{"path":"app"}],"namespace":"lib"}',
        'app/classes/A.cls': 'public class A {}',
    });
    assert.equal(readProject(folder).namespace, 'lib');
    assert.equal(readProject(folder, { namespace: '' }).namespace, '');
});
