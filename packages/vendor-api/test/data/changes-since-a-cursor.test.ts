import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateData, VendorBackend } from '@sw-studio/vendor-api';
import { answerOf } from '../support/calls.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-02-01T00:00:00Z');

function newBackend(prospects: number) {
    const clock = { time: START };
    const backend = new VendorBackend({
        data: generateData({ prospects, seed: 1, pagesEach: 1 }),
        now: () => clock.time,
    });
    return { backend, clock };
}

interface Page {
    readonly ids: readonly string[];
    readonly cursor: string;
    readonly hasMore: boolean;
}

function read(backend: VendorBackend, cursor: string | null, limit = 4): Page {
    const query = { limit: String(limit), ...(cursor !== null && { cursor }) };
    const { status, body } = answerOf(backend, { path: '/prospects', query });
    assert.equal(status, 200);
    const items = body['items'] as { id: string }[];
    return {
        ids: items.map(({ id }) => id),
        cursor: body['nextCursor'] as string,
        hasMore: body['hasMore'] as boolean,
    };
}

function readAll(backend: VendorBackend, cursor: string | null = null): Page {
    let page = read(backend, cursor);
    const ids = [...page.ids];
    while (page.hasMore) ids.push(...(page = read(backend, page.cursor)).ids);
    return { ...page, ids };
}

test('pages bring each prospect once, oldest change first', () => {
    const { backend } = newBackend(10);
    const { ids } = readAll(backend);
    assert.deepEqual(
        ids,
        Array.from({ length: 10 }, (_, index) => `prospect-${index + 1}`),
    );
});

test('a further read brings what has changed, and nothing else', () => {
    const { backend } = newBackend(10);
    const { cursor } = readAll(backend);
    backend.account.change({ id: 'prospect-7', favorite: true });
    backend.account.change({ id: 'prospect-new' });
    backend.account.change({ id: 'prospect-7', favorite: false });
    assert.deepEqual(readAll(backend, cursor).ids, ['prospect-new', 'prospect-7']);
});

test('where nothing has changed the page is empty and its cursor is the one that was sent', () => {
    const { backend, clock } = newBackend(3);
    const { cursor } = readAll(backend);
    clock.time += DAY;
    assert.deepEqual(read(backend, cursor), { ids: [], cursor, hasMore: false });
});

test('merged and deleted prospects come once, and only to who has a cursor', () => {
    const { backend } = newBackend(3);
    const { cursor } = readAll(backend);
    backend.account.change({ id: 'prospect-1', lifeCycle: 'Deleted' });
    backend.account.change({ id: 'prospect-2', lifeCycle: 'Merged', mergedInto: 'prospect-3' });
    const later = readAll(backend, cursor);
    assert.deepEqual(later.ids, ['prospect-1', 'prospect-2']);
    assert.deepEqual(readAll(backend, later.cursor).ids, []);
    assert.deepEqual(readAll(backend).ids, ['prospect-3']);
});

test('a cursor is valid for 90 days', () => {
    const { backend, clock } = newBackend(3);
    const { cursor } = readAll(backend);
    clock.time += 90 * DAY;
    assert.deepEqual(read(backend, cursor).ids, []);
    clock.time += 1;
    const { status, body } = answerOf(backend, { path: '/prospects', query: { cursor } });
    assert.deepEqual([status, body['code']], [410, 'CURSOR_EXPIRED']);
});

test('a cursor of other data or of another list is not taken', () => {
    const { backend } = newBackend(3);
    const { cursor } = readAll(backend);
    const other = new VendorBackend({ data: generateData({ prospects: 3, seed: 1 }), now: () => START + 1 });
    assert.equal(answerOf(other, { path: '/prospects', query: { cursor } }).status, 410);
    assert.equal(answerOf(backend, { path: '/prospects/pages', query: { cursor } }).status, 400);
});

test('what is forgotten is never told of', () => {
    const { backend } = newBackend(3);
    const { cursor } = readAll(backend);
    backend.account.forget('prospect-2');
    assert.deepEqual(readAll(backend, cursor).ids, []);
    assert.deepEqual(readAll(backend).ids, ['prospect-1', 'prospect-3']);
});

test('lists of definitions are whole, page by page', () => {
    const { backend } = newBackend(1);
    const first = answerOf(backend, { path: '/tags', query: { limit: '15' } }).body;
    const cursor = first['nextCursor'] as string;
    const second = answerOf(backend, { path: '/tags', query: { limit: '15', cursor } }).body;
    const names = [first, second].flatMap(({ items }) => (items as { name: string }[]).map(({ name }) => name));
    assert.equal(new Set(names).size, 20);
    assert.equal(second['nextCursor'], null);
});

test('the same seed generates the same data', () => {
    const options = { prospects: 50, seed: 7, pagesEach: 2 };
    assert.deepEqual(generateData(options), generateData(options));
    assert.notDeepEqual(generateData(options), generateData({ ...options, seed: 8 }));
});
