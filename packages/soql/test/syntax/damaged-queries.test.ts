import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryError, parseQuery, parseSearch } from '@sw-studio/soql';
import { Random } from '../support/random.ts';
import { salesOrg } from '../support/sales.ts';

const queries = [
    "SELECT Id, Name, Parent.Owner.Name FROM Account WHERE Name LIKE 'a%' AND (Rating > 5 OR Founded__c < 2020-01-01) ORDER BY Name DESC NULLS LAST LIMIT 10 OFFSET 5",
    'SELECT Industry, COUNT(Id) n, SUM(AnnualRevenue) FROM Account GROUP BY ROLLUP(Industry) HAVING COUNT(Id) > 1 ORDER BY COUNT(Id)',
    'SELECT Name, (SELECT LastName FROM Contacts WHERE Email != null LIMIT 1) FROM Account WHERE Id IN (SELECT AccountId FROM Contact)',
    'SELECT TYPEOF What WHEN Account THEN Name, Industry ELSE Id END, toLabel(Subject) FROM Task WHERE Owner.Type = :type',
    "SELECT DAY_ONLY(convertTimezone(CreatedDate)) d FROM Account WHERE CreatedDate = LAST_N_DAYS:5 AND Regions__c INCLUDES ('a;b') GROUP BY DAY_ONLY(convertTimezone(CreatedDate))",
];
const words =
    "AND OR NOT ( ) , . = != < IN LIKE 'x' 5 -1 null TRUE TODAY :type LIMIT WHERE FROM SELECT Id Name Rating Account ' \\ 2020-13-01 {}".split(
        ' ',
    );

/** One to three words dropped, added, replaced or swapped. */
function damage(text: string, random: Random): string {
    const parts = text.split(/\b/);
    for (let times = 1 + random.below(3); times > 0; times--) {
        const at = random.below(parts.length);
        const kind = random.below(3);
        if (kind === 0) parts.splice(at, 1);
        else if (kind === 1) parts.splice(at, 0, ` ${random.pick(words)} `);
        else parts[at] = random.pick(words);
    }
    return parts.join('');
}

test('a damaged query is a diagnostic in its text, or it runs; it never crashes the engine', () => {
    const random = new Random(7);
    const org = salesOrg();
    const [user] = org.insert('User', { Name: 'u' });
    const [account] = org.insert('Account', { Name: 'a', Rating: 6, OwnerId: user });
    org.insert('Contact', { LastName: 'c', AccountId: account });
    org.insert('Task', { Subject: 's', WhatId: account });
    const outcomes = { refused: 0, ran: 0 };
    for (let count = 0; count < 4000; count++) {
        const text = damage(random.pick(queries), random);
        const found = org.diagnostics(text);
        for (const { start, end, message } of found) {
            assert.ok(start >= 0 && start <= end && end <= text.length, `${message} at ${start}..${end} of ${text}`);
        }
        if (found.length > 0) {
            outcomes.refused++;
            continue;
        }
        try {
            org.run(text, { type: 'User' });
            outcomes.ran++;
        } catch (error) {
            assert.ok(error instanceof QueryError, `${String(error)} for ${text}`);
        }
    }
    assert.ok(outcomes.refused > 1000 && outcomes.ran > 50, JSON.stringify(outcomes));
});

test('a damaged search is a diagnostic too', () => {
    const random = new Random(11);
    const text =
        'FIND {acme AND (b OR "c d")} IN NAME FIELDS RETURNING Account(Id, Name WHERE Rating > 1 ORDER BY Name LIMIT 5), Contact WITH SNIPPET LIMIT 10';
    for (let count = 0; count < 1000; count++) {
        const { search, diagnostics } = parseSearch(damage(text, random));
        assert.equal(search === undefined, diagnostics.length > 0);
    }
});

test('an empty text is a diagnostic', () => {
    assert.equal(parseQuery('').diagnostics[0]?.message, "unexpected token: '<EOF>'");
    assert.equal(parseSearch('').diagnostics[0]?.message, "unexpected token: '<EOF>'");
});
