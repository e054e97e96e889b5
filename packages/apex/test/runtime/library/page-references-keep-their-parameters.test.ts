import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import type { ApexMap } from '../../../src/runtime/collections/map.ts';
import { namedType } from '../../../src/runtime/types-registry.ts';
import { callMethod, construct } from '../../support/library-calls.ts';

const page = (self: unknown, signature: string, ...values: unknown[]): unknown =>
    callMethod(self, 'System.PageReference', signature, ...values);

test('parameters and anchor are read from the address and written back', () => {
    const reference = construct('System.PageReference', 'new(String)', '/apex/Setup?id=1&tab=a%20b#top');
    const parameters = page(reference, 'getParameters()') as ApexMap;
    assert.equal(parameters.get('tab'), 'a b');
    parameters.put('id', '2');
    parameters.put('none', null);
    assert.equal(page(reference, 'getUrl()'), '/apex/Setup?id=2&tab=a+b#top');
    assert.equal(page(reference, 'getAnchor()'), 'top');
});

test('setters answer the page, so that they can be chained', () => {
    const reference = construct('System.PageReference', 'new(String)', '/x');
    assert.equal(page(reference, 'setRedirect(Boolean)', true), reference);
    assert.equal(page(reference, 'getRedirect()'), true);
});

test('cookies are found by name', () => {
    const reference = construct('System.PageReference', 'new(String)', '/x');
    const signature = 'new(String,String,String,Integer,Boolean)';
    const cookie = construct('System.Cookie', signature, 'session', 'v', '/', -1, true);
    page(reference, 'setCookies(List<Cookie>)', ApexList.of(namedType('System.Cookie'), [cookie]));
    const cookies = page(reference, 'getCookies()') as ApexMap;
    assert.equal(callMethod(cookies.get('session'), 'System.Cookie', 'getValue()'), 'v');
    assert.equal(callMethod(cookie, 'System.Cookie', 'isSecure()'), true);
});
