import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Regex } from '../../../../src/runtime/values/regex/regex.ts';
import { RegexMatcher } from '../../../../src/runtime/values/regex/regex-matcher.ts';

function spans(regex: Regex, text: string, alwaysProgram: boolean): number[][] {
    const matcher = new RegexMatcher(regex, text, alwaysProgram);
    const found: number[][] = [];
    while (matcher.find()) {
        found.push(
            Array.from({ length: matcher.groupCount + 1 }, (_, group) => matcher.groupSpan(group)).flatMap(
                ({ start, end }) => [start, end],
            ),
        );
    }
    return found;
}

test('patterns of everyday are left to JavaScript’s engine, and match alike in both', () => {
    const cases: [pattern: string, text: string][] = [
        ['\\s*,\\s*', 'a , b,c'],
        ['(\\w+)@(\\w+)\\.com', 'me@example.com, you@example.com'],
        ['^[A-Z]\\d{2,4}$', 'A123\n'],
        ['(?i)hello|(w)orld', 'Hello wORLD World'],
        ['(?<=a)b(?!c)', 'abc ab'],
        ['.+?\\b', 'one two'],
    ];
    for (const [pattern, text] of cases) {
        const regex = new Regex(pattern);
        assert.ok(regex.nativeFor(text), pattern);
        assert.deepEqual(spans(regex, text, false), spans(regex, text, true), pattern);
    }
});

test('where the two languages differ the pattern is not left to JavaScript', () => {
    for (const pattern of ['(a)|\\1b', 'a++', '(?>a)', '\\Ga', '(?:(a)|b)*', '(a*)*', '(?iu)é', '(?:a|ab)*c']) {
        assert.equal(new Regex(pattern).nativeFor('abc'), null, pattern);
    }
});

test('an unset group is not matched by a reference to it, as in Java', () => {
    assert.deepEqual(spans(new Regex('(?:(a)|b)\\1'), 'b', false), []);
});

test('a group of an earlier iteration is kept, as in Java', () => {
    assert.deepEqual(spans(new Regex('(?:(a)|b)*'), 'ab', false), [
        [0, 2, 0, 1],
        [2, 2, -1, -1],
    ]);
});

test('texts that could take long are matched by the engine that counts', () => {
    const regex = new Regex('a*b');
    assert.ok(regex.nativeFor('aab'));
    assert.equal(regex.nativeFor('a'.repeat(5000)), null);
});
