import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dataOfLeadRows, emailOf, generateLeadRows, readLeadRows } from '@sw-studio/vendor-api';

const FILE = fileURLToPath(new URL('fixtures/leads.csv', import.meta.url));

test('a row becomes a prospect with its visits, tags and scores', () => {
    const rows = readLeadRows(FILE);
    const [first] = dataOfLeadRows(rows).prospects;
    assert.equal(first?.email, emailOf(rows[0] as (typeof rows)[0]));
    assert.equal(first?.totalVisits, 5);
    assert.equal(first?.temperature, 'Hot');
    assert.deepEqual(
        first?.tags?.map(({ id }) => id),
        ['tag:will-revert-after-reading-the-email', 'quality:might-be'],
    );
    assert.deepEqual(
        first?.scores?.map(({ id, value }) => [id, value]),
        [
            ['activity', 14],
            ['profile', 20],
        ],
    );
    assert.equal(first?.leadScore, 34);
});

test('gaps and placeholders say nothing', () => {
    const rows = readLeadRows(FILE);
    const second = dataOfLeadRows(rows).prospects[1];
    assert.equal(second?.city, undefined);
    assert.equal(second?.totalVisits, undefined);
    assert.equal(second?.leadScore, undefined);
    assert.deepEqual([second?.tags, second?.scores], [[], []]);
});

test('generated rows have the shape of real ones, with the same gaps', () => {
    const rows = generateLeadRows({ count: 2000, seed: 3 });
    assert.deepEqual(rows, generateLeadRows({ count: 2000, seed: 3 }));
    assert.equal(new Set(rows.map(({ id }) => id)).size, 2000);
    assert.deepEqual(Object.keys(rows[0] ?? {}).sort(), Object.keys(readLeadRows(FILE)[0] ?? {}).sort());
    assert.ok(rows.some(({ isConverted }) => isConverted) && rows.some(({ isConverted }) => !isConverted));
    assert.ok(rows.some(({ totalVisits }) => totalVisits === ''));
});
