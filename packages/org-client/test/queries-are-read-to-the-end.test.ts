import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../src/index.ts';
import { fixtureOrg } from './fixture-org.ts';

const row = (Id: string) => ({ attributes: { type: 'Lead' }, Id });

const PAGES: Readonly<Record<string, unknown>> = {
    '/services/data/v65.0/query?q=SELECT+Id+FROM+Lead': {
        totalSize: 3,
        done: false,
        nextRecordsUrl: '/services/data/v65.0/query/01g1-2',
        records: [row('1'), row('2')],
    },
    '/services/data/v65.0/query/01g1-2': { totalSize: 3, done: true, records: [row('3')] },
    '/services/data/v65.0/tooling/query?q=SELECT+Id+FROM+ApexClass': { totalSize: 0, done: true, records: [] },
};

test('every page is read', async (context) => {
    const org = await fixtureOrg(context, ({ url = '' }) => ({ body: PAGES[url] }));
    const { totalSize, records } = await query(org.connect(), 'SELECT Id FROM Lead');
    assert.equal(totalSize, 3);
    assert.deepEqual(
        records.map(({ Id }) => Id),
        ['1', '2', '3'],
    );
});

test('no page is read beyond the limit', async (context) => {
    const org = await fixtureOrg(context, ({ url = '' }) => ({ body: PAGES[url] }));
    const { totalSize, records } = await query(org.connect(), 'SELECT Id FROM Lead', { limit: 1 });
    assert.equal(totalSize, 3);
    assert.equal(records.length, 1);
    assert.equal(org.requests.length, 1);
});

test('the Tooling API has its own resource', async (context) => {
    const org = await fixtureOrg(context, ({ url = '' }) => ({ body: PAGES[url] }));
    assert.deepEqual(await query(org.connect(), 'SELECT Id FROM ApexClass', { tooling: true }), {
        totalSize: 0,
        records: [],
    });
});
