import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkQuery, parseQuery } from '@sw-studio/soql';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();

const wrong: [query: string, error: string][] = [
    ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY: Field must be grouped or aggregated: Name'],
    ['SELECT Name FROM Account GROUP BY Industry', 'MALFORMED_QUERY: Field must be grouped or aggregated: Name'],
    [
        'SELECT CALENDAR_YEAR(CreatedDate) FROM Account GROUP BY CALENDAR_MONTH(CreatedDate)',
        'MALFORMED_QUERY: Field must be grouped or aggregated: CreatedDate',
    ],
    [
        'SELECT Industry FROM Account GROUP BY Industry ORDER BY Name',
        'MALFORMED_QUERY: Ordered field must be grouped or aggregated: Name',
    ],
    [
        "SELECT Industry FROM Account GROUP BY Industry HAVING Name = 'x'",
        'MALFORMED_QUERY: Having field must be grouped or aggregated: Name',
    ],
    [
        'SELECT CALENDAR_YEAR(CreatedDate) FROM Account',
        'MALFORMED_QUERY: Field must be grouped or aggregated: CreatedDate',
    ],
    [
        'SELECT convertTimezone(CreatedDate) FROM Account',
        'MALFORMED_QUERY: convertTimezone can only be used inside of a date function',
    ],
    [
        'SELECT MAX(convertTimezone(CreatedDate)) FROM Account',
        'MALFORMED_QUERY: convertTimezone can only be used inside of a date function',
    ],
    ['SELECT COUNT(Id) n, SUM(Rating) n FROM Account', 'MALFORMED_QUERY: duplicate alias: n'],
    [
        'SELECT CreatedDate FROM Account GROUP BY CreatedDate',
        "INVALID_FIELD: field 'CreatedDate' can not be grouped in a query call",
    ],
    ['SELECT SUM(Name) FROM Account', 'INVALID_FIELD: field Name does not support aggregate operator SUM'],
    [
        'SELECT MAX(IsActive__c) FROM Account',
        'INVALID_FIELD: field IsActive__c does not support aggregate operator MAX',
    ],
    [
        'SELECT COUNT(Id) FROM Account LIMIT 1',
        'MALFORMED_QUERY: Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
    [
        'SELECT Industry, (SELECT Id FROM Contacts) FROM Account GROUP BY Industry',
        'MALFORMED_QUERY: Grouped queries cannot have child queries',
    ],
    [
        'SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account',
        'MALFORMED_QUERY: Only root queries support aggregate expressions',
    ],
    [
        'SELECT GROUPING(Industry) FROM Account GROUP BY Industry',
        'MALFORMED_QUERY: GROUPING needs GROUP BY ROLLUP or GROUP BY CUBE',
    ],
    [
        'SELECT COUNT(Id) FROM Account GROUP BY CUBE(Name, Industry, OwnerId, ParentId)',
        'MALFORMED_QUERY: GROUP BY CUBE takes at most 3 fields',
    ],
    [
        'SELECT Id FROM Account ORDER BY Regions__c',
        "INVALID_FIELD: field 'Regions__c' can not be sorted in a query call",
    ],
    [
        'SELECT Id FROM Account ORDER BY Description',
        "INVALID_FIELD: field 'Description' can not be sorted in a query call",
    ],
    ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE: Maximum SOQL offset allowed is 2000'],
    ['SELECT FIELDS(ALL) FROM Account', 'MALFORMED_QUERY: The SOQL FIELDS function must have a LIMIT of at most 200'],
    [
        'SELECT FIELDS(CUSTOM) FROM Account LIMIT 201',
        'MALFORMED_QUERY: The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    [
        'SELECT Id FROM Account WHERE Name IN (SELECT AccountId FROM Contact)',
        "MALFORMED_QUERY: The left operand field in the where expression for outer query should be an id field, cannot use: 'Name'",
    ],
    [
        'SELECT Id FROM Account WHERE Id IN (SELECT LastName FROM Contact)',
        "MALFORMED_QUERY: The inner select field 'LastName' must be an id or reference field",
    ],
    [
        'SELECT Id FROM Account WHERE Id IN (SELECT ReportsToId FROM Contact)',
        "MALFORMED_QUERY: The selected field 'ReportsToId' in the subquery and the left operand field in the where expression in the outer query 'Id' should point to the same object type",
    ],
    [
        'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT WhoId FROM Task))',
        'MALFORMED_QUERY: Nesting of semi join sub-selects is not supported',
    ],
    [
        "SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact)",
        "MALFORMED_QUERY: Semi join sub-selects are not allowed with the 'OR' operator",
    ],
    [
        "SELECT Id FROM Account WHERE Rating > 1 AND (Name = 'a' OR Id IN (SELECT AccountId FROM Contact))",
        'MALFORMED_QUERY: Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    ],
    [
        'SELECT TYPEOF Account WHEN Account THEN Name END FROM Contact',
        "MALFORMED_QUERY: TYPEOF needs a polymorphic relationship, not 'Account'",
    ],
    [
        'SELECT TYPEOF What WHEN Contact THEN LastName END FROM Task',
        "MALFORMED_QUERY: sObject type 'Contact' is not a target of relationship 'What'",
    ],
    [
        'SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c',
        'MALFORMED_QUERY: WITH DATA CATEGORY is not supported here: there is nothing that it could filter by',
    ],
];

for (const [query, error] of wrong) {
    test(`refuses ${query}`, () => {
        assert.deepEqual(org.errors(query), [error]);
    });
}

test('three semi-joins are one too many', () => {
    const join = 'Id IN (SELECT AccountId FROM Contact)';
    assert.deepEqual(org.errors(`SELECT Id FROM Account WHERE ${join} AND ${join}`), []);
    assert.deepEqual(org.errors(`SELECT Id FROM Account WHERE ${join} AND ${join} AND ${join}`), [
        'MALFORMED_QUERY: Maximum 2 semi join sub-selects are allowed',
    ]);
});

test('child queries may be nested four levels below the root', () => {
    const nested = (levels: number): string =>
        levels === 0 ? 'SELECT Id FROM Accounts' : `SELECT Id, (${nested(levels - 1)}) FROM Accounts`;
    assert.deepEqual(org.errors(`SELECT Id, (${nested(3)}) FROM Account`), []);
    assert.deepEqual(org.errors(`SELECT Id, (${nested(4)}) FROM Account`), [
        'MALFORMED_QUERY: SOQL statements cannot query aggregate relationships more than 4 level away from the root entity object.',
    ]);
});

test('Apex refuses unbounded FIELDS() whatever the LIMIT', () => {
    const errors = (text: string) => {
        const { query } = parseQuery(text);
        if (query === undefined) throw new Error('does not parse');
        return checkQuery(query, org.schema, { apex: true }).map(({ message }) => message);
    };
    assert.deepEqual(errors('SELECT FIELDS(ALL) FROM Account LIMIT 1'), [
        'The SOQL FIELDS function is not supported with an unbounded set of fields in this API',
    ]);
    assert.deepEqual(errors('SELECT FIELDS(STANDARD) FROM Account'), []);
});

test('planning a wrong query throws its first error', () => {
    assert.throws(() => org.plan('SELECT Foo FROM Account'), { name: 'QueryError', code: 'INVALID_FIELD' });
});
