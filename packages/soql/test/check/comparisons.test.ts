import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkQuery, parseQuery } from '@sw-studio/soql';
import type { BindType } from '@sw-studio/soql';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();
const criterion = (field: string, type: string, quoted: boolean) =>
    `INVALID_FIELD: value of filter criterion for field '${field}' must be of type ${type} and should ${quoted ? '' : 'not '}be enclosed in quotes`;

const wrong: [condition: string, error: string][] = [
    ['Name = 5', criterion('Name', 'string', true)],
    ['Industry = true', criterion('Industry', 'string', true)],
    ["NumberOfEmployees = '5'", criterion('NumberOfEmployees', 'int', false)],
    ['NumberOfEmployees = 5.5', criterion('NumberOfEmployees', 'int', false)],
    ["AnnualRevenue > '5'", criterion('AnnualRevenue', 'double', false)],
    ["IsActive__c = 'true'", criterion('IsActive__c', 'boolean', false)],
    ["Founded__c = '2020-01-01'", criterion('Founded__c', 'date', false)],
    ["Founded__c = ''", criterion('Founded__c', 'date', false)],
    ['Founded__c = 2020-01-01T00:00:00Z', criterion('Founded__c', 'date', false)],
    ['CreatedDate = 2020-01-01', criterion('CreatedDate', 'dateTime', false)],
    ['OwnerId = 5', criterion('OwnerId', 'reference', true)],
    ["Name IN ('a', 5)", criterion('Name', 'string', true)],
    ["Id = 'abc'", 'INVALID_QUERY_FILTER_OPERATOR: invalid ID field: abc'],
    ["Id LIKE '001%'", 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on id field'],
    ["Regions__c LIKE 'a%'", 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on multipicklist field'],
    ['IsActive__c > true', 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on boolean field'],
    ["NumberOfEmployees LIKE '5'", 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on int field'],
    ["Name INCLUDES ('a')", "INVALID_QUERY_FILTER_OPERATOR: operator 'includes' is only valid on multipicklist fields"],
    ["Description = 'a'", "INVALID_FIELD: field 'Description' can not be filtered in a query call"],
    ['COUNT(Id) > 1', 'MALFORMED_QUERY: Aggregate functions are not allowed in the WHERE clause: Id'],
    ['HOUR_IN_DAY(Founded__c) = 1', 'INVALID_FIELD: Invalid argument for function HOUR_IN_DAY: Founded__c'],
];

for (const [condition, error] of wrong) {
    test(`refuses WHERE ${condition}`, () => {
        const found = org.diagnostics(`SELECT Id FROM Account WHERE ${condition}`);
        assert.deepEqual(
            found.map(({ code, message }) => `${code}: ${message}`),
            [error],
        );
        assert.equal(found[0]?.start, 29, 'the platform points at the field');
    });
}

const right = [
    'Name = null',
    "Name IN ('a', null)",
    'AnnualRevenue >= 5 AND AnnualRevenue < 5.5',
    'CreatedDate = TODAY',
    'Founded__c >= LAST_N_MONTHS:3',
    "OwnerId = '' AND ParentId != null",
    "Id > '001000000000001'",
    "toLabel(Industry) = 'x'",
    'CALENDAR_YEAR(CreatedDate) = 2020',
];

for (const condition of right) {
    test(`accepts WHERE ${condition}`, () => {
        assert.deepEqual(org.errors(`SELECT Id FROM Account WHERE ${condition}`), []);
    });
}

test('binds are checked where Apex knows their type', () => {
    const types: Readonly<Record<string, BindType>> = {
        count: { kind: 'number', collection: false, typeName: 'Integer' },
        names: { kind: 'string', collection: true, typeName: 'List<String>' },
    };
    const errors = (condition: string) => {
        const { query } = parseQuery(`SELECT Id FROM Account WHERE ${condition}`);
        if (query === undefined) throw new Error('does not parse');
        return checkQuery(query, org.schema, { binds: (expression) => types[expression] }).map(
            ({ message }) => message,
        );
    };
    assert.deepEqual(errors('Name = :count'), ['Invalid bind expression type of Integer for column of type String']);
    assert.deepEqual(errors('Name > :names'), [
        'Invalid bind expression type of List<String> for column of type String',
    ]);
    assert.deepEqual(errors('Name IN :names AND Rating = :count AND Industry = :unknown'), []);
});
