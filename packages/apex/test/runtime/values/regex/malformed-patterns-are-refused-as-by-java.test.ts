import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexPattern } from '../../../../src/runtime/values/pattern.ts';
import { apexErrorOf } from '../../apex-errors.ts';

const refusal = (pattern: string): string => apexErrorOf(() => ApexPattern.compile(pattern));

test('the message is that of java.util.regex.PatternSyntaxException', () => {
    assert.equal(refusal('('), 'System.StringException: Invalid regex: Unclosed group near index 1\n(');
    assert.equal(refusal('a)b'), "System.StringException: Invalid regex: Unmatched closing ')' near index 0\na)b\n^");
    assert.equal(
        refusal('*a'),
        "System.StringException: Invalid regex: Dangling meta character '*' near index 0\n*a\n^",
    );
    assert.equal(refusal('a{2'), 'System.StringException: Invalid regex: Unclosed counted closure near index 3\na{2');
    assert.equal(
        refusal('[z-a]'),
        'System.StringException: Invalid regex: Illegal character range near index 3\n[z-a]\n   ^',
    );
});

test('what Java has and this runtime has not is named', () => {
    assert.equal(
        refusal('\\p{InGreek}'),
        'System.StringException: Regular expression construct \\p{InGreek} (Unicode block) is not supported: \\p{InGreek}',
    );
    assert.match(refusal('a\\X'), /construct \\X is not supported/);
    assert.match(refusal('\\N{DIGIT ONE}'), /construct \\N\{name\} is not supported/);
});
