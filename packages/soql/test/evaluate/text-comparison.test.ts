import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareText } from '@sw-studio/soql';
import { salesOrg } from '../support/sales.ts';

function named(...names: (string | null)[]) {
    const org = salesOrg();
    org.insert('Account', ...names.map((name) => ({ Name: name, Industry: name })));
    return (condition: string) => org.column(`SELECT Name FROM Account WHERE ${condition}`);
}

test('text is compared without regard to case, by every operator', () => {
    const where = named('Acme', 'ACME Ltd', 'beta', 'Gamma');
    assert.deepEqual(where("Name = 'aCME'"), ['Acme']);
    assert.deepEqual(where("Name != 'ACME'"), ['ACME Ltd', 'beta', 'Gamma']);
    assert.deepEqual(where("Name IN ('acme', 'BETA')"), ['Acme', 'beta']);
    assert.deepEqual(where("Industry IN ('acme', 'BETA')"), ['Acme', 'beta']);
    assert.deepEqual(where("Name LIKE 'ACM%'"), ['Acme', 'ACME Ltd']);
    assert.deepEqual(where("Name > 'BE' AND Name < 'bz'"), ['beta']);
});

test('LIKE: percent is any text, underscore one character, a backslash takes them literally', () => {
    const where = named('100%', '100 percent', 'a_b', 'axb', 'a\\b', '(x)', 'line\nbreak');
    assert.deepEqual(where("Name LIKE '100\\%'"), ['100%']);
    assert.deepEqual(where("Name LIKE '100%'"), ['100 percent', '100%']);
    assert.deepEqual(where("Industry LIKE 'a_b'"), ['a_b', 'axb', 'a\\b']);
    assert.deepEqual(where("Industry LIKE 'a\\_b'"), ['a_b']);
    assert.deepEqual(where("Industry LIKE 'a\\\\b'"), ['a\\b']);
    assert.deepEqual(where("Industry LIKE '(_)'"), ['(x)']);
    assert.deepEqual(where("Industry LIKE 'line%break'"), ['line\nbreak']);
    assert.deepEqual(where("Industry LIKE '%0%per%'"), ['100 percent']);
    assert.deepEqual(where("Industry LIKE 'x'"), []);
});

test('letters beyond ASCII fold too, and folding never changes a length', () => {
    const where = named('ÄRGER', 'Straße', 'İstanbul');
    assert.deepEqual(where("Name = 'ärger'"), ['ÄRGER']);
    assert.deepEqual(where("Name = 'STRASSE'"), []);
    assert.deepEqual(where("Name LIKE 'stra_e'"), ['Straße']);
});

test('text is ordered by its upper case form: an underscore follows the letters', () => {
    assert.deepEqual(['b', '_', 'A', 'a1', 'B', '9'].toSorted(compareText), ['9', 'A', 'a1', 'b', 'B', '_']);
});
