import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { anyType, primitiveType } from '../../../src/runtime/types-registry.ts';
import { apexErrorOf } from '../apex-errors.ts';
import { callMethod, callStatic, runAs } from './library-calls.ts';

// Everything that commons-lang and java.lang.String decide is compared with Java by scripts/java-agreement; here is what
// Apex decides: sentences, null, and the examples of the Apex reference ("String Class").

const strings = (...texts: (string | null)[]): ApexList => new ApexList(primitiveType('String'), texts);
const objects = (...values: unknown[]): ApexList => new ApexList(anyType, values);

test('positions outside of the string are refused in the platform’s words', () => {
    const substring = (start: number, end: number) => () =>
        callMethod('String', 'substring(Integer,Integer)', 'abc', start, end);
    assert.equal(apexErrorOf(substring(4, 5)), 'System.StringException: Starting position out of bounds: 4');
    assert.equal(apexErrorOf(substring(-1, 2)), 'System.StringException: Starting position out of bounds: -1');
    assert.equal(apexErrorOf(substring(0, 4)), 'System.StringException: Ending position out of bounds: 4');
    assert.equal(apexErrorOf(substring(2, 1)), 'System.StringException: Ending position out of bounds: 1');
    assert.equal(callMethod('String', 'substring(Integer)', 'abc', 3), '');
});

test('a null receiver is a null dereference, whatever the method', () => {
    const dereference = 'System.NullPointerException: Attempt to de-reference a null object';
    assert.equal(
        apexErrorOf(() => callMethod('String', 'length()', null)),
        dereference,
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'trim()', null)),
        dereference,
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'isAlpha()', null)),
        dereference,
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'split(String)', null, ',')),
        dereference,
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'equals(Object)', null, 'a')),
        dereference,
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'escapeCsv()', null)),
        dereference,
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'hashCode()', null)),
        dereference,
    );
});

test('a null argument is refused where the method needs it', () => {
    const refused = 'System.NullPointerException: Argument cannot be null.';
    assert.equal(
        apexErrorOf(() => callMethod('String', 'contains(String)', 'abc', null)),
        refused,
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'substring(Integer)', 'abc', null)),
        refused,
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'leftPad(Integer)', 'abc', null)),
        refused,
    );
    assert.equal(
        apexErrorOf(() => callStatic('String', 'join(Object,String)', null, ',')),
        refused,
    );
    assert.equal(callMethod('String', 'equals(Object)', 'abc', null), false);
    assert.equal(callMethod('String', 'equalsIgnoreCase(String)', 'abc', null), false);
    assert.equal(callStatic('String', 'isBlank(String)', null), true);
    assert.equal(callStatic('String', 'isEmpty(String)', null), true);
});

test('the text of null is null', () => {
    for (const type of ['Date', 'Datetime', 'Decimal', 'Double', 'Integer', 'Long', 'Object']) {
        assert.equal(callStatic('String', `valueOf(${type})`, null), null, type);
    }
});

test('format replaces numbered placeholders by the rules of java.text.MessageFormat', () => {
    runAs({ locale: 'en_US' });
    const format = (pattern: string, ...values: unknown[]): unknown =>
        callStatic('String', 'format(String,List<Object>)', pattern, objects(...values));
    assert.equal(format('Hello {0}, shall we play a {1}?', 'David', 'game'), 'Hello David, shall we play a game?');
    assert.equal(format("It''s '{0}': {0}", 'x'), "It's {0}: x");
    assert.equal(format('{0} {1} {2}', 'a', null), 'a null {2}');
    assert.equal(format('{0}', 1234567), '1,234,567');
    assert.equal(
        apexErrorOf(() => format('{0,number}', 'x')),
        'System.StringException: Cannot format given Object as a Number',
    );
    assert.equal(
        apexErrorOf(() => format('{x}', 'y')),
        "System.StringException: can't parse argument number: x",
    );
    assert.equal(
        apexErrorOf(() => format('{0', 'y')),
        'System.StringException: Unmatched braces in the pattern.',
    );
});

test('join takes any iterable, and null elements are empty', () => {
    const join = (values: unknown, separator: string): unknown =>
        callStatic('String', 'join(Object,String)', values, separator);
    assert.equal(join(objects(10, 20, 30), '/'), '10/20/30');
    assert.equal(join(strings('a', null, 'b'), ','), 'a,,b');
    assert.equal(join(strings(), ','), '');
});

test('escapeSingleQuotes protects quotes for dynamic SOQL', () => {
    assert.equal(callStatic('String', 'escapeSingleQuotes(String)', "O'Brien"), "O\\'Brien");
});

test('split drops empty parts at the end unless a limit says otherwise', () => {
    const split = (text: string, ...rest: unknown[]): unknown =>
        (callMethod('String', rest.length === 2 ? 'split(String,Integer)' : 'split(String)', text, ...rest) as ApexList)
            .items;
    assert.deepEqual(split('boo:and:foo', 'o'), ['b', '', ':and:f']);
    assert.deepEqual(split('boo:and:foo', ':', 2), ['boo', 'and:foo']);
    assert.deepEqual(split('boo:and:foo', 'o', -2), ['b', '', ':and:f', '', '']);
    assert.deepEqual(split('abc', ''), ['a', 'b', 'c']);
    assert.deepEqual(split('', ','), ['']);
});

test('abbreviations too short for the dots are refused', () => {
    assert.equal(callMethod('String', 'abbreviate(Integer)', 'Hello Maximillian', 8), 'Hello...');
    assert.equal(
        apexErrorOf(() => callMethod('String', 'abbreviate(Integer)', 'Hello Maximillian', 3)),
        'System.StringException: Minimum abbreviation width is 4',
    );
});

test('stripHtmlTags leaves the text', () => {
    assert.equal(callMethod('String', 'stripHtmlTags()', '<b>hello <i class="x">world</i></b>'), 'hello world');
});

test('characters are code units, code points are characters', () => {
    assert.equal(callMethod('String', 'charAt(Integer)', 'Salesforce', 3), 101);
    assert.deepEqual((callMethod('String', 'getChars()', 'Ω\u{1f600}') as ApexList).items, [937, 55357, 56832]);
    assert.equal(callMethod('String', 'codePointCount(Integer,Integer)', 'a\u{1f600}b', 0, 4), 3);
    assert.equal(
        callStatic('String', 'fromCharArray(List<Integer>)', new ApexList(primitiveType('Integer'), [74, 111])),
        'Jo',
    );
    assert.equal(
        apexErrorOf(() => callMethod('String', 'charAt(Integer)', 'abc', 3)),
        'System.StringException: String index out of range: 3',
    );
});
