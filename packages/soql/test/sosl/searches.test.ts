import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSearch, executeSearch, parseSearch, planSearch } from '@sw-studio/soql';
import type { QueryEnvironment, SearchOptions } from '@sw-studio/soql';
import { plain } from '../support/org.ts';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();
const [acme, beta] = org.insert(
    'Account',
    { Name: 'Acme Rockets', Description: 'We build rockets for coyotes', Rating: 3 },
    { Name: 'Beta', Description: 'Sells acme anvils', Rating: 1 },
    { Name: 'Gamma-Delta', Description: 'Nothing to see', Rating: 2 },
);
org.insert(
    'Contact',
    { LastName: 'Coyote', Email: 'wile@acme.com', AccountId: acme },
    { LastName: 'Runner', Email: 'beep@road.org' },
);

function search(text: string, options: SearchOptions = {}, environment: Partial<QueryEnvironment> = {}): unknown[][] {
    const { search: parsed, diagnostics } = parseSearch(text);
    if (parsed === undefined) throw new Error(diagnostics[0]?.message);
    const results = executeSearch(
        planSearch(parsed, org.schema),
        org.rows,
        { ...org.environment, ...environment },
        options,
    );
    return results.map(({ records }) => records.map(plain).map((record) => Object.values(record)[0]));
}

const accounts = (find: string) => search(`FIND {${find}} RETURNING Account(Name)`)[0];

test('one list for each object of RETURNING, in its order', () => {
    assert.deepEqual(search('FIND {acme} RETURNING Contact(LastName), Account(Name)'), [
        ['Coyote'],
        ['Acme Rockets', 'Beta'],
    ]);
});

test('words are found in any case, in any field, as whole words', () => {
    assert.deepEqual(accounts('ROCKETS'), ['Acme Rockets']);
    assert.deepEqual(accounts('rocket'), []);
    assert.deepEqual(accounts('beta anvils'), ['Beta']);
});

test('wildcards stand in the middle or at the end of a word', () => {
    assert.deepEqual(accounts('rock*'), ['Acme Rockets']);
    assert.deepEqual(accounts('anvi?s'), ['Beta']);
    assert.deepEqual(accounts('anvi?'), []);
});

test('AND, OR, AND NOT, parentheses and phrases', () => {
    assert.deepEqual(accounts('anvils OR coyotes'), ['Acme Rockets', 'Beta']);
    assert.deepEqual(accounts('acme AND NOT anvils'), ['Acme Rockets']);
    assert.deepEqual(accounts('acme AND (anvils OR nothing)'), ['Beta']);
    assert.deepEqual(accounts('"acme anvils"'), ['Beta']);
    assert.deepEqual(accounts('"anvils acme"'), []);
});

test('a word with punctuation is found as the phrase of its parts', () => {
    assert.deepEqual(accounts('gamma-delta'), ['Gamma-Delta']);
    assert.deepEqual(search('FIND {wile@acme.com} RETURNING Contact(LastName)'), [['Coyote']]);
});

test('IN limits the fields', () => {
    assert.deepEqual(search("FIND 'acme' IN NAME FIELDS RETURNING Account(Name)"), [['Acme Rockets']]);
    assert.deepEqual(search("FIND 'acme' IN EMAIL FIELDS RETURNING Contact(LastName), Account(Name)"), [
        ['Coyote'],
        [],
    ]);
});

test('WHERE, ORDER BY, LIMIT and OFFSET belong to their object, the last LIMIT to all', () => {
    assert.deepEqual(search('FIND {acme OR nothing} RETURNING Account(Name WHERE Rating > 1 ORDER BY Rating)'), [
        ['Gamma-Delta', 'Acme Rockets'],
    ]);
    assert.deepEqual(search('FIND {acme} RETURNING Account(Name ORDER BY Name DESC LIMIT 1)'), [['Beta']]);
    assert.deepEqual(search('FIND {acme} RETURNING Account(Name), Contact(LastName) LIMIT 2'), [
        ['Acme Rockets', 'Beta'],
        [],
    ]);
});

test('an object without fields answers ids', () => {
    assert.deepEqual(search('FIND {anvils} RETURNING Account'), [[beta]]);
});

test('Apex binds the text and limits', () => {
    const binds = (name: string) => (name === 'text' ? ({ kind: 'string', value: 'anvils' } as const) : undefined);
    assert.deepEqual(search('FIND :text RETURNING Account(Name)', {}, { binds }), [['Beta']]);
});

test('in Apex tests the fixed records are found, filtered as the search says', () => {
    const fixedIds = [beta as string, acme as string];
    assert.deepEqual(search('FIND {whatever} RETURNING Account(Name), Contact(LastName)', { fixedIds }), [
        ['Beta', 'Acme Rockets'],
        [],
    ]);
    assert.deepEqual(search('FIND {whatever} RETURNING Account(Name WHERE Rating = 3)', { fixedIds }), [
        ['Acme Rockets'],
    ]);
    assert.deepEqual(search('FIND {whatever} RETURNING Account(Name)', { fixedIds: [] }), [[]]);
});

const wrong: [text: string, error: string][] = [
    ['SEARCH {x}', "unexpected token: 'SEARCH'"],
    ['FIND {acme', "expecting a right brace, found '<EOF>'"],
    ['FIND {acme} IN SOME FIELDS RETURNING Account', "unexpected token: 'SOME'"],
    ['FIND {acme} RETURNING Account(Name', "expecting a right parentheses, found '<EOF>'"],
    [
        'FIND {acme} RETURNING Account(Name USING ListView=Mine)',
        'USING ListView is not supported here: there are no list views',
    ],
    ["FIND {acme} WITH DIVISION = 'x'", 'FIND without RETURNING is not supported here: name the objects to search'],
    [
        "FIND {acme} RETURNING Account WITH DIVISION = 'x'",
        "WITH DIVISION = 'x' is not supported here: there is nothing that it could filter by",
    ],
];

for (const [text, error] of wrong) {
    test(`refuses ${text}`, () => {
        const { search: parsed, diagnostics } = parseSearch(text);
        const found = parsed === undefined ? diagnostics : checkSearch(parsed, org.schema);
        assert.equal(found[0]?.message, error);
    });
}

test('names and types are checked as in queries', () => {
    const { search: parsed } = parseSearch("FIND {x} RETURNING Account(Foo WHERE Rating = 'a'), Nope");
    assert.ok(parsed);
    assert.deepEqual(
        checkSearch(parsed, org.schema).map(({ code }) => code),
        ['INVALID_FIELD', 'INVALID_FIELD', 'INVALID_TYPE'],
    );
});

test('a search text that cannot be read is refused when the search runs', () => {
    assert.throws(() => accounts('x'), {
        code: 'MALFORMED_SEARCH',
        message: 'search term must be longer than one character: x',
    });
    assert.throws(() => accounts('(acme'), { code: 'MALFORMED_SEARCH', message: "unexpected token: '<EOF>'" });
    assert.throws(() => accounts('acme AND'), { code: 'MALFORMED_SEARCH' });
    assert.throws(() => accounts('  '), { code: 'MALFORMED_SEARCH' });
});
