import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery } from '@sw-studio/soql';

/** What the platform's own grammar accepts and refuses, and how it words the refusal. */
const accepted = [
    'SELECT Id FROM Account',
    'select id, Name from Account where Name != null order by Name desc nulls last limit 5 offset 10',
    "SELECT COUNT() FROM Contact c, c.Account a WHERE a.Name = 'x'",
    "SELECT Id FROM Account WHERE NOT (Name = 'a' AND Rating > 1)",
    "SELECT Id FROM Account WHERE (Name = 'a' OR Name = 'b') AND (NOT Name LIKE 'c%')",
    'SELECT Id, (SELECT Id FROM Contacts ORDER BY Name LIMIT 1) FROM Account',
    'SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount ELSE Id END FROM Event',
    "SELECT Id FROM Account WHERE Regions__c INCLUDES ('a;b', 'c')",
    'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Name = null) AND Id NOT IN :ids',
    'SELECT Industry i, COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry) HAVING COUNT(Id) > 1 ORDER BY COUNT(Id)',
    'SELECT DAY_ONLY(convertTimezone(CreatedDate)) d FROM Account GROUP BY CUBE(DAY_ONLY(convertTimezone(CreatedDate)))',
    "SELECT Id FROM Account WHERE DISTANCE(Place__c, GEOLOCATION(37.7, -122.4), 'mi') < 20",
    'SELECT FIELDS(ALL) FROM Account USING SCOPE mine LIMIT 200',
    'SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:30 OR Founded__c < 2020-01-31',
    'SELECT Id FROM Account WHERE CreatedDate > 2020-01-31T10:20:30.123+02:00 AND OpensAt__c = 10:00:00.000Z',
    'SELECT Id FROM Account WHERE AnnualRevenue > USD5000.50 AND Rating = -.5',
    'SELECT Id FROM Account WITH SECURITY_ENFORCED LIMIT 1 FOR UPDATE',
    'SELECT Id FROM Account WITH USER_MODE ALL ROWS',
    'SELECT Id FROM Account FOR VIEW',
    'SELECT Id FROM Account LIMIT :size OFFSET :start',
    'SELECT order, group FROM Order',
    "SELECT Id FROM Account WHERE Name = 'it\\'s \\u0041\\n'",
];

for (const query of accepted) {
    test(`accepts ${query}`, () => {
        assert.deepEqual(parseQuery(query).diagnostics, []);
    });
}

const refused: [query: string, message: string, start: number][] = [
    ['SELECT Id FORM Account', "unexpected token: 'Account'", 15],
    ['SELECT FROM Account', "unexpected token: 'FROM'", 7],
    ['SELECT Id, FROM Account', "unexpected token: 'FROM'", 11],
    ['SELECT Id FROM', "unexpected token: '<EOF>'", 14],
    ['SELECT Id FROM Account WHERE', "unexpected token: '<EOF>'", 28],
    ["SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", "unexpected token: 'OR'", 55],
    ["SELECT Id FROM Account WHERE NOT Name = 'a' AND Name = 'b'", "unexpected token: 'AND'", 44],
    ["SELECT Id FROM Account WHERE Name = 'a' AND NOT Name = 'b'", "unexpected token: 'NOT'", 44],
    ['SELECT Id FROM Account WHERE (Rating = 1', "expecting a right parentheses, found '<EOF>'", 40],
    ['SELECT Id FROM Account WHERE Rating = Other', "unexpected token: 'Other'", 38],
    ['SELECT Id FROM Account WHERE Rating = 5e3', "unexpected token: 'e3'", 39],
    ['SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS', "expecting a colon, found '<EOF>'", 54],
    ['SELECT COUNT(), Id FROM Account', "unexpected token: ','", 14],
    ['SELECT Id FROM Account HAVING COUNT(Id) > 1', "unexpected token: 'HAVING'", 23],
    ['SELECT Id FROM Account LIMIT many', "unexpected token: 'many'", 29],
    ['SELECT Id FROM Account FOR REASON', "unexpected token: 'REASON'", 27],
    ["SELECT Id FROM Account WHERE Name LIKE ('a%')", "unexpected token: '('", 39],
    [
        'SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Account LIMIT 1)',
        "expecting a right parentheses, found 'LIMIT'",
        59,
    ],
    ["SELECT Id FROM Account WHERE Name = 'abc", "line 1:40 mismatched character '<EOF>' expecting '''", 36],
    ['SELECT Id FROM Account WHERE Name = “abc”', "line 1:36 no viable alternative at character '“'", 36],
    [
        "SELECT Id FROM Account WHERE Name = 'a\\x'",
        "Invalid string literal 'a\\x'. Illegal character sequence '\\x' in string literal.",
        36,
    ],
    ['SELECT Id FROM Account WHERE Founded__c = 2021-02-29', 'Invalid date: 2021-02-29', 42],
    ['SELECT Id FROM Account WHERE CreatedDate = 2021-02-28T00:00:00', 'Invalid date: 2021-02-28T00:00:00', 43],
];

for (const [query, message, start] of refused) {
    test(`refuses ${query}`, () => {
        const { query: parsed, diagnostics } = parseQuery(query);
        assert.equal(parsed, undefined);
        assert.deepEqual(
            diagnostics.map((found) => [found.code, found.message, found.start]),
            [['MALFORMED_QUERY', message, start]],
        );
    });
}

test('comments are skipped in Apex source and refused in query text', () => {
    const commented = 'SELECT Id // the id\n FROM /* every */ Account';
    assert.deepEqual(parseQuery(commented, { binds: 'expression' }).diagnostics, []);
    assert.equal(parseQuery(commented, { binds: 'none' }).diagnostics.length, 1);
});
