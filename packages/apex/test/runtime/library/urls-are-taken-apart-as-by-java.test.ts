import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexErrorOf } from '../apex-errors.ts';
import { callMethod, construct } from './library-calls.ts';

const part = (url: unknown, name: string): unknown => callMethod('Url', `get${name}()`, url);

test('the parts of a URL', () => {
    const url = construct('Url', 'new(String)', 'https://me@example.com:8443/a/b.html?x=1&y=2#top');
    assert.deepEqual(
        ['Protocol', 'Authority', 'UserInfo', 'Host', 'Port', 'Path', 'Query', 'File', 'Ref', 'DefaultPort'].map(
            (name) => part(url, name),
        ),
        [
            'https',
            'me@example.com:8443',
            'me',
            'example.com',
            8443,
            '/a/b.html',
            'x=1&y=2',
            '/a/b.html?x=1&y=2',
            'top',
            443,
        ],
    );
    assert.equal(callMethod('Url', 'toExternalForm()', url), 'https://me@example.com:8443/a/b.html?x=1&y=2#top');
});

test('parts that are absent', () => {
    const url = construct('Url', 'new(String)', 'http://example.com');
    assert.deepEqual(
        ['Path', 'File', 'Query', 'Ref', 'Port', 'UserInfo'].map((name) => part(url, name)),
        ['', '', null, null, -1, null],
    );
});

test('relative addresses are read in their context', () => {
    const base = construct('Url', 'new(String)', 'https://example.com/a/b/c?q#r');
    const resolve = (spec: string): string => String(construct('Url', 'new(Url,String)', base, spec));
    assert.equal(resolve('d'), 'https://example.com/a/b/d');
    assert.equal(resolve('../d?x'), 'https://example.com/a/d?x');
    assert.equal(resolve('/d'), 'https://example.com/d');
    assert.equal(resolve('#top'), 'https://example.com/a/b/c?q#top');
    assert.equal(resolve('http://other.org/x'), 'http://other.org/x');
});

test('two URLs are the same file where they differ behind # or name the default port', () => {
    const one = construct('Url', 'new(String)', 'https://example.com/a#x');
    const other = construct('Url', 'new(String)', 'https://EXAMPLE.com:443/a#y');
    assert.equal(callMethod('Url', 'sameFile(Url)', one, other), true);
});

test('text without a protocol that Java knows is refused', () => {
    assert.equal(
        apexErrorOf(() => construct('Url', 'new(String)', 'example.com/a')),
        'System.StringException: no protocol: example.com/a',
    );
    assert.equal(
        apexErrorOf(() => construct('Url', 'new(String)', 'bogus://a')),
        'System.StringException: unknown protocol: bogus',
    );
});
