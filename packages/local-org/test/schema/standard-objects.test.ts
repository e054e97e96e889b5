import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectTable, readObjectIndex } from '../../src/schema/standard-objects/object-row.ts';
import { describedObjects, overlayOf } from '../../src/schema/standard-objects/overlay/index.ts';
import {
    findStandardObject,
    isKnownStandardObject,
    standardObjectNames,
    type StandardField,
    type StandardObject,
} from '../../src/schema/standard-objects/index.ts';

function object(name: string): StandardObject {
    const found = findStandardObject(name);
    assert.ok(found, name);
    return found;
}

function field(objectName: string, name: string): StandardField {
    const found = object(objectName).fields.find((candidate) => candidate.name === name);
    assert.ok(found, `${objectName}.${name}`);
    return found;
}

function child(objectName: string, relationshipName: string): string | undefined {
    const found = object(objectName).childRelationships.find((each) => each.relationshipName === relationshipName);
    return found && `${found.childSObject}.${found.field}`;
}

/** Names of all fields that the generated table has for an object. */
function typedFields(name: string): Set<string> {
    const row = objectTable(readObjectIndex()[name] ?? '')[name];
    return new Set(row?.fields.map((signature) => signature.split(' ')[1] ?? ''));
}

test('objects are found in any spelling', () => {
    assert.equal(object('ACCOUNT').name, 'Account');
    assert.equal(findStandardObject('Acount'), undefined);
});

test('an object of another edition is known but not found', () => {
    assert.equal(findStandardObject('CareProgram'), undefined);
    assert.equal(isKnownStandardObject('careprogram'), true);
    assert.equal(isKnownStandardObject('CareProgramme'), false);
});

test('every object can be built', () => {
    for (const name of standardObjectNames()) assert.ok(object(name).fields.length > 0, name);
});

test('references carry target and relationship name', () => {
    assert.deepEqual(field('Account', 'ParentId').referenceTo, ['Account']);
    assert.equal(field('Account', 'ParentId').relationshipName, 'Parent');
    assert.equal(field('Contact', 'AccountId').relationshipName, 'Account');
    assert.deepEqual(field('Task', 'WhoId').referenceTo, ['Contact', 'Lead']);
    assert.equal(field('Task', 'WhoId').polymorphic, true);
    assert.deepEqual(field('Lead', 'OwnerId').referenceTo, ['Group', 'User']);
    assert.deepEqual(field('Account', 'OwnerId').referenceTo, ['User']);
});

test('child relationships name the field behind them', () => {
    assert.equal(child('Account', 'Contacts'), 'Contact.AccountId');
    assert.equal(child('Account', 'ChildAccounts'), 'Account.ParentId');
    assert.equal(child('Contact', 'Tasks'), 'Task.WhoId');
    assert.equal(child('Opportunity', 'Tasks'), 'Task.WhatId');
    assert.equal(child('Opportunity', 'OpportunityLineItems'), 'OpportunityLineItem.OpportunityId');
    assert.equal(child('Account', 'Shares'), 'AccountShare.AccountId');
});

test('system fields cannot be written', () => {
    for (const name of [
        'Id',
        'CreatedById',
        'CreatedDate',
        'LastModifiedById',
        'LastModifiedDate',
        'SystemModstamp',
        'IsDeleted',
    ]) {
        const { createable, updateable, nillable } = field('Opportunity', name);
        assert.deepEqual(
            { name, createable, updateable, nillable },
            { name, createable: false, updateable: false, nillable: false },
        );
    }
});

test('required fields are those that a save without them is refused for', () => {
    const required = (name: string): string[] =>
        object(name)
            .fields.filter((each) => each.createable && !each.nillable && !each.defaultedOnCreate)
            .map((each) => each.name);
    assert.deepEqual(required('Account'), ['Name']);
    assert.deepEqual(required('Contact'), ['LastName']);
    assert.deepEqual(required('Lead'), ['Company', 'LastName']);
    assert.deepEqual(required('Opportunity'), ['CloseDate', 'Name', 'StageName']);
});

test('text, number and picklist fields have the size and values of the platform', () => {
    assert.equal(field('Account', 'Name').length, 255);
    assert.equal(field('Contact', 'LastName').length, 80);
    assert.equal(field('Contact', 'Email').type, 'email');
    assert.equal(field('Account', 'Description').length, 32000);
    assert.deepEqual([field('Opportunity', 'Amount').type, field('Opportunity', 'Amount').precision], ['currency', 18]);
    assert.ok(
        field('Lead', 'Status').picklistValues.some((each) => each.value === 'Open - Not Contacted' && each.default),
    );
    assert.equal(field('Opportunity', 'StageName').picklistValues.length, 10);
});

test('parts of a compound field name it', () => {
    assert.equal(field('Account', 'BillingCity').compoundFieldName, 'BillingAddress');
    assert.equal(field('Contact', 'FirstName').compoundFieldName, 'Name');
    assert.equal(field('Account', 'BillingAddress').type, 'address');
});

test('shares, histories and change events know their object', () => {
    assert.deepEqual([object('AccountShare').nature, object('AccountShare').parentObject], ['share', 'Account']);
    assert.deepEqual(
        [object('OpportunityFieldHistory').nature, object('OpportunityFieldHistory').parentObject],
        ['history', 'Opportunity'],
    );
    assert.equal(object('LeadChangeEvent').nature, 'changeEvent');
});

test('every description is of an object and of fields that exist', () => {
    const unknown: string[] = [];
    for (const name of describedObjects()) {
        const found = findStandardObject(name);
        const fields = new Set(found?.fields.map((each) => each.name));
        const overlay = overlayOf(name);
        const parts = Object.values(overlay?.compounds ?? {}).flat();
        const children = new Set(found?.childRelationships.map((each) => each.relationshipName));
        if (found === undefined) unknown.push(name);
        const named = [overlay?.fields, overlay?.labels, overlay?.relationships].flatMap((each) =>
            Object.keys(each ?? {}),
        );
        for (const each of [...named, ...parts]) {
            if (!fields.has(each)) unknown.push(`${name}.${each}`);
        }
        for (const each of overlay?.absent ?? []) {
            if (!typedFields(name).has(each)) unknown.push(`${name}.${each} (absent)`);
        }
        for (const each of [...(overlay?.cascade ?? []), ...(overlay?.restrict ?? [])]) {
            if (!children.has(each)) unknown.push(`${name}.${each} (child relationship)`);
        }
    }
    assert.deepEqual(unknown, []);
});

test('every reference of a kept object leads to an object of the platform', () => {
    const unknown: string[] = [];
    for (const name of standardObjectNames()) {
        for (const each of object(name).fields) {
            for (const target of each.referenceTo) {
                if (!isKnownStandardObject(target)) unknown.push(`${name}.${each.name} -> ${target}`);
            }
        }
    }
    assert.deepEqual(unknown, []);
});

test('fields of a feature say which', () => {
    assert.equal(field('Account', 'PersonEmail').requires, 'PersonAccounts');
    assert.equal(field('Contact', 'RecordTypeId').requires, 'RecordTypes');
    assert.equal(field('Contact', 'CurrencyIsoCode').requires, 'MultiCurrency');
    assert.equal(field('User', 'Division').requires, null);
});

test('virtual objects are followed over their durable ids', () => {
    const reference = field('FlowDefinitionView', 'TriggerObjectOrEventId');
    assert.deepEqual(
        [reference.type, reference.relationshipName, reference.referenceTo],
        ['string', 'TriggerObjectOrEvent', ['EntityDefinition']],
    );
});
