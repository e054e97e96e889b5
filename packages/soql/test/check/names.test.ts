import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesOrg } from '../support/sales.ts';

const field =
    "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
const relationship =
    "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";
const entity =
    "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.";

const org = salesOrg();

const wrong: [query: string, ...errors: string[]][] = [
    ['SELECT Id FROM Nothing', `INVALID_TYPE: sObject type 'Nothing' is not supported. ${entity}`],
    ['SELECT Foo FROM Account', `INVALID_FIELD: No such column 'Foo' on entity 'Account'. ${field}`],
    ['SELECT Id FROM Account WHERE Foo = 1', `INVALID_FIELD: No such column 'Foo' on entity 'Account'. ${field}`],
    ['SELECT Id FROM Account ORDER BY Foo', `INVALID_FIELD: No such column 'Foo' on entity 'Account'. ${field}`],
    ['SELECT Account.Foo FROM Contact', `INVALID_FIELD: No such column 'Foo' on entity 'Account'. ${field}`],
    [
        'SELECT Nope.Name FROM Contact',
        `INVALID_FIELD: Didn't understand relationship 'Nope' in field path. ${relationship}`,
    ],
    [
        'SELECT AccountId.Name FROM Contact',
        `INVALID_FIELD: Didn't understand relationship 'AccountId' in field path. ${relationship}`,
    ],
    [
        'SELECT (SELECT Id FROM Cases) FROM Account',
        `INVALID_TYPE: Didn't understand relationship 'Cases' in FROM part of query call. ${relationship}`,
    ],
    ['SELECT What.Industry FROM Task', `INVALID_FIELD: No such column 'Industry' on entity 'Name'. ${field}`],
    [
        'SELECT Id FROM Account a, Contact c',
        'MALFORMED_QUERY: A driving SObject type has already been set, all other entity types in the FROM clause must be relationships to the initial object.  The driving object is Account.',
    ],
    [
        'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
        'MALFORMED_QUERY: SOQL statements cannot query relationships more than 5 levels away from the root entity object.',
    ],
    ['SELECT UPPER(Name) FROM Account', 'MALFORMED_QUERY: Invalid function name: UPPER'],
    ['SELECT Name, name FROM Account', 'INVALID_FIELD: duplicate field selected: Name'],
    ['SELECT Name n FROM Account', 'MALFORMED_QUERY: only aggregate expressions use field aliasing'],
];

for (const [query, ...errors] of wrong) {
    test(`refuses ${query}`, () => {
        assert.deepEqual(org.errors(query), errors);
    });
}

const right = [
    'SELECT id, NAME, parent.owner.name FROM account',
    'SELECT Account.Name FROM Account',
    'SELECT a.Name, o.Name FROM Account a, a.Owner o',
    'SELECT c.LastName, a.Name FROM Contact c, c.Account a WHERE a.Name != null',
    'SELECT Parent.Parent.Parent.Parent.Parent.Name FROM Account',
    'SELECT Name, (SELECT LastName FROM Account.Contacts), (SELECT Name FROM a.Opportunities) FROM Account a',
    'SELECT Owner.Name, Owner.Type, What.Type FROM Task',
    'SELECT toLabel(Industry), FORMAT(AnnualRevenue) revenue, convertCurrency(AnnualRevenue) FROM Account',
];

for (const query of right) {
    test(`accepts ${query}`, () => {
        assert.deepEqual(org.errors(query), []);
    });
}

test('every error of a query is reported, each at its own place', () => {
    const query = 'SELECT Foo, Name, Bar FROM Account WHERE Baz = 1';
    assert.deepEqual(
        org.diagnostics(query).map(({ start, end }) => query.slice(start, end)),
        ['Foo', 'Bar', 'Baz'],
    );
});
