import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApexList } from '../../../src/runtime/collections/list.ts';
import { translateUncaught } from '../../../src/runtime/exceptions.ts';
import type { ApexMatcher } from '../../../src/runtime/values/pattern.ts';
import { apexErrorOf } from '../apex-errors.ts';
import { callMethod, callStatic } from './library-calls.ts';

const matcherOf = (pattern: string, text: string): ApexMatcher =>
    callMethod('Pattern', 'matcher(String)', callStatic('Pattern', 'compile(String)', pattern), text) as ApexMatcher;
const ask = (matcher: ApexMatcher, method: string, ...values: unknown[]): unknown =>
    callMethod('Matcher', method, matcher, ...values);

test('find goes on after the last match, and groups tell of it', () => {
    const matcher = matcherOf('(\\w)(\\d)?', 'a1 b');
    assert.equal(ask(matcher, 'find()'), true);
    assert.equal(ask(matcher, 'group()'), 'a1');
    assert.equal(ask(matcher, 'group(Integer)', 2), '1');
    assert.equal(ask(matcher, 'end()'), 2);
    assert.equal(ask(matcher, 'find()'), true);
    assert.equal(ask(matcher, 'group(Integer)', 2), null, 'the group took no part');
    assert.equal(ask(matcher, 'start(Integer)', 2), -1);
    assert.equal(ask(matcher, 'find()'), false);
});

test('without a match there is no group', () => {
    const matcher = matcherOf('a', 'b');
    assert.equal(
        apexErrorOf(() => ask(matcher, 'group()')),
        'System.StringException: No match found',
    );
    assert.equal(
        apexErrorOf(() => ask(matcher, 'start()')),
        'System.StringException: No match available',
    );
    ask(matcher, 'reset(String)', 'a');
    assert.equal(ask(matcher, 'matches()'), true);
    assert.equal(
        apexErrorOf(() => ask(matcher, 'group(Integer)', 1)),
        'System.StringException: No group 1',
    );
});

test('matches is about all of the text, lookingAt about its beginning, find about any part', () => {
    const matcher = matcherOf('ab', 'abc');
    assert.equal(ask(matcher, 'matches()'), false);
    assert.equal(ask(matcher, 'lookingAt()'), true);
    assert.equal(ask(matcherOf('bc', 'abc'), 'lookingAt()'), false);
    assert.equal(ask(matcherOf('bc', 'abc'), 'find()'), true);
});

test('a region bounds the search, with and without transparent bounds', () => {
    const matcher = matcherOf('\\bb', 'ab');
    ask(matcher, 'region(Integer,Integer)', 1, 2);
    assert.equal(ask(matcher, 'find()'), true);
    ask(matcher, 'region(Integer,Integer)', 1, 2);
    ask(matcher, 'useTransparentBounds(Boolean)', true);
    assert.equal(ask(matcher, 'find()'), false);
});

test('replacements refer to groups, and dollars that mean nothing are refused', () => {
    const replace = (replacement: string): unknown =>
        callMethod('String', 'replaceAll(String,String)', 'a1b2', '([a-z])(\\d)', replacement);
    assert.equal(replace('$2$1'), '1a2b');
    assert.equal(replace('\\$'), '$$');
    assert.equal(
        apexErrorOf(() => replace('$')),
        'System.StringException: Illegal group reference: group index is missing',
    );
    assert.equal(
        apexErrorOf(() => replace('$3')),
        'System.StringException: No group 3',
    );
    assert.equal(callStatic('Matcher', 'quoteReplacement(String)', 'a$b\\'), 'a\\$b\\\\');
});

test('hitEnd says that more input could change the answer', () => {
    const matcher = matcherOf('abc', 'ab');
    ask(matcher, 'matches()');
    assert.equal(ask(matcher, 'hitEnd()'), true);
    const other = matcherOf('abc', 'xyz');
    ask(other, 'matches()');
    assert.equal(ask(other, 'hitEnd()'), false);
});

test('a match that reads too much ends the transaction', () => {
    const matcher = matcherOf('(x+x+)+y', 'x'.repeat(3000));
    assert.throws(
        () => ask(matcher, 'find()'),
        (thrown) => translateUncaught(thrown) instanceof Error && /Regex too complicated/.test(String(thrown)),
    );
});

test('Pattern.split and quote', () => {
    const pattern = callStatic('Pattern', 'compile(String)', '[,;]');
    assert.deepEqual((callMethod('Pattern', 'split(String)', pattern, 'a,b;c') as ApexList).items, ['a', 'b', 'c']);
    assert.equal(
        callStatic('Pattern', 'matches(String,String)', callStatic('Pattern', 'quote(String)', 'a.b'), 'a.b'),
        true,
    );
    assert.equal(
        callStatic('Pattern', 'matches(String,String)', callStatic('Pattern', 'quote(String)', 'a.b'), 'axb'),
        false,
    );
});
