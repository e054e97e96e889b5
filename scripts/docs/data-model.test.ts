import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { renderDataModel } from './data-model-page.ts';
import { readPackageMetadata } from './package-metadata.ts';

const repository = join(import.meta.dirname, '../..');
const source = 'force-app/main/default';

function dataModel(...args: string[]) {
    return spawnSync(process.execPath, [join(import.meta.dirname, 'data-model.ts'), ...args], { encoding: 'utf8' });
}

it('docs/data-model.md matches the metadata of the package', () => {
    const { status, stderr } = dataModel('--check');
    assert.equal(status, 0, stderr);
});

it('the page names every object and field of the package', () => {
    const metadata = readPackageMetadata(repository);
    const page = renderDataModel(metadata);
    for (const object of metadata.objects) {
        assert.match(page, new RegExp(`^### .*\`${object.name}\``, 'm'));
        for (const { name } of object.fields) assert.ok(page.includes(`| \`${name}\` | `), `${object.name}.${name}`);
    }
});

describe('in a project of its own', () => {
    let project: string;

    beforeEach(() => {
        project = mkdtempSync(join(tmpdir(), 'data-model-'));
        write('sfdx-project.json', '{ "namespace": "acme" }');
        metadata('objects/Crate__c/Crate__c.object-meta.xml', 'CustomObject', [
            '<description>Holds bottles.</description>',
            '<externalSharingModel>Private</externalSharingModel><label>Crate</label>',
            '<nameField><displayFormat>C-{000}</displayFormat><label>Number</label><type>AutoNumber</type></nameField>',
            '<sharingModel>Read</sharingModel>',
        ]);
        field('Code__c', '<length>40</length><required>true</required><type>Text</type><unique>true</unique>');
        field('Weight__c', '<precision>9</precision><scale>2</scale><type>Number</type>');
    });

    afterEach(() => rmSync(project, { recursive: true }));

    function write(file: string, content: string): void {
        mkdirSync(dirname(join(project, file)), { recursive: true });
        writeFileSync(join(project, file), content);
    }

    function metadata(file: string, type: string, elements: readonly string[]): void {
        write(join(source, file), `<?xml version="1.0"?><${type}>${elements.join('')}</${type}>`);
    }

    function field(name: string, elements: string): void {
        const texts = `<inlineHelpText>Help of ${name}.</inlineHelpText><description>Rule of ${name}.</description>`;
        metadata(`objects/Crate__c/fields/${name}.field-meta.xml`, 'CustomField', [
            `<fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${texts}${elements}`,
        ]);
    }

    const page = (): string => renderDataModel(readPackageMetadata(project));

    it('a field is printed with type, flags, help, description and access', () => {
        metadata('permissionsets/Packer.permissionset-meta.xml', 'PermissionSet', [
            '<label>Packer</label>',
            '<fieldPermissions><editable>true</editable><field>Crate__c.Weight__c</field></fieldPermissions>',
            '<objectPermissions><allowEdit>true</allowEdit><allowRead>true</allowRead>',
            '<object>Crate__c</object></objectPermissions>',
        ]);
        const text = page();
        assert.ok(
            text.includes(
                '| `Weight__c` | Weight | Number(9, 2) |  | Help of Weight__c.<br>Rule of Weight__c. | Packer: edit |',
            ),
        );
        assert.ok(text.includes('| `Code__c` | Code | Text(40) | required, unique | '));
        assert.ok(text.includes('- Access: Packer: read, edit.'));
    });

    it('a required field says that it goes with its object, since no permission set can name it', () => {
        assert.match(page(), /^\| `Code__c` .* \| with the object \|$/m);
    });

    it('picklist values are printed with their labels, and the default', () => {
        field(
            'State__c',
            '<type>Picklist</type><valueSet><valueSetDefinition>' +
                '<value><fullName>Half_Full</fullName><default>true</default><label>Half Full</label></value>' +
                '<value><fullName>Full</fullName><default>false</default><label>Full</label></value>' +
                '</valueSetDefinition></valueSet>',
        );
        const text = page();
        assert.ok(text.includes('- Values of `State__c`: `Half_Full` (Half Full), `Full`.'));
        assert.match(text, /^\| `State__c` \| State \| Picklist \| default `Half_Full` \|/m);
    });

    it('fields come in the order of the layout, and those on no layout are named', () => {
        metadata('layouts/Crate__c-Crate Layout.layout-meta.xml', 'Layout', [
            '<layoutSections><layoutColumns><layoutItems><field>Weight__c</field></layoutItems></layoutColumns></layoutSections>',
        ]);
        const text = page();
        assert.ok(text.indexOf('| `Weight__c` |') < text.indexOf('| `Code__c` |'));
        assert.ok(text.includes('- On no layout: `Code__c`.'));
    });

    it('a standard object says that a package cannot carry its layouts', () => {
        cpSync(join(project, source, 'objects/Crate__c/fields'), join(project, source, 'objects/Lead/fields'), {
            recursive: true,
        });
        assert.match(page(), /## Fields on standard objects\n\nA package cannot carry layouts/);
    });

    it('a type that the page has no words for is an error that names the file', () => {
        field('Place__c', '<type>Location</type>');
        assert.throws(page, /Place__c\.field-meta\.xml: the type Location has no words/);
    });

    it('a missing element is an error that names the file and the element', () => {
        field('Height__c', '<scale>2</scale><type>Number</type>');
        assert.throws(page, /Height__c\.field-meta\.xml: <precision> is missing/);
    });

    it('a file that is not XML is an error that names the file', () => {
        write(join(source, 'tabs/Crate__c.tab-meta.xml'), '<CustomTab><motif></CustomTab>');
        assert.throws(page, /Crate__c\.tab-meta\.xml.* is not well-formed XML/);
    });

    it('the written page passes the check', () => {
        assert.equal(dataModel(project).status, 0);
        assert.equal(dataModel('--check', project).status, 0);
    });

    it('a missing page fails the check, which writes nothing', () => {
        const { status, stderr } = dataModel('--check', project);
        assert.equal(status, 1);
        assert.match(stderr, /docs\/data-model\.md does not match the metadata\. Run: npm run docs:data-model/);
        assert.ok(!existsSync(join(project, 'docs/data-model.md')));
    });

    it('a changed length makes the page stale, and the check leaves it as it is', () => {
        dataModel(project);
        const written = readFileSync(join(project, 'docs/data-model.md'), 'utf8');
        field('Code__c', '<length>41</length><required>true</required><type>Text</type><unique>true</unique>');
        assert.equal(dataModel('--check', project).status, 1);
        assert.equal(readFileSync(join(project, 'docs/data-model.md'), 'utf8'), written);
    });
});
