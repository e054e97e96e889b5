import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoredValue } from '../../src/store/stored-row.ts';
import { FormulaBench } from '../support/formulas.ts';
import { day, NOON, type Values } from '../support/shop.ts';

const bench = new FormulaBench('Invoice__c');
const DAY = 86_400_000;

type Case = readonly [formula: string, expected: StoredValue, values?: Values];

/** Each line is one rule of the function reference in Salesforce Help ("Formula Operators and Functions"). */
const CASES: Readonly<Record<string, readonly Case[]>> = {
    logic: [
        ['IF(1 < 2, "yes", "no")', 'yes'],
        ['IF(Active__c, 1, 0)', 1, { Active__c: true }],
        ['CASE(Status__c, "Draft", 1, "Sent", 2, 0)', 2, { Status__c: 'Sent' }],
        ['CASE(Status__c, "Draft", 1, 0)', 0, { Status__c: null }],
        ['CASE(MONTH(Due__c), 1, "Jan", 3, "Mar", "?")', 'Mar', { Due__c: day('2026-03-09') }],
        ['AND(TRUE, 1 = 1, NOT(FALSE))', true],
        ['OR(FALSE, 1 = 2)', false],
        ['TRUE && FALSE || TRUE', true],
        ['!TRUE', false],
        ['ISBLANK(Key__c)', true],
        ['ISBLANK(Key__c)', false, { Key__c: 'x' }],
        ['ISBLANK(Fee__c)', true],
        ['ISNULL(Key__c)', false],
        ['ISNULL(Fee__c)', true],
        ['BLANKVALUE(Key__c, "none")', 'none'],
        ['BLANKVALUE(Fee__c, 7)', 7],
        ['NULLVALUE(Fee__c, 7)', 7],
        ['NULLVALUE(Key__c, "x")', null],
        ['ISNUMBER("12.5")', true],
        ['ISNUMBER("12x")', false],
        ['ISNUMBER("")', false],
        ['Fee__c = NULL', true],
        ['Key__c = ""', true],
        ['Key__c = "abc"', false, { Key__c: 'ABC' }],
        ['Fee__c > 5', false],
    ],
    picklists: [
        ['ISPICKVAL(Status__c, "Draft")', true, { Status__c: 'Draft' }],
        ['ISPICKVAL(Status__c, "")', true],
        ['TEXT(Status__c) & "!"', 'Paid!', { Status__c: 'Paid' }],
        ['INCLUDES(Tags__c, "Blue")', true, { Tags__c: 'Red;Blue' }],
        ['INCLUDES(Tags__c, "Bl")', false, { Tags__c: 'Red;Blue' }],
        ['CONTAINS(TEXT(Status__c), "ai")', true, { Status__c: 'Paid' }],
    ],
    text: [
        ['"a" & "b" & Key__c', 'ab'],
        ['"a" + "b"', 'ab'],
        ['LEN("four")', 4],
        ['LEN(Key__c)', 0],
        ['LEFT("Salesforce", 5)', 'Sales'],
        ['RIGHT("Salesforce", 5)', 'force'],
        ['MID("Salesforce", 6, 5)', 'force'],
        ['FIND("f", "Salesforce")', 6],
        ['FIND("S", "Salesforce", 2)', 0],
        ['FIND("x", "abc")', 0],
        ['SUBSTITUTE("a.b.c", ".", "-")', 'a-b-c'],
        ['TRIM("  a b ")', 'a b'],
        ['UPPER("abc")', 'ABC'],
        ['LOWER("ABC")', 'abc'],
        ['CONTAINS("Salesforce", "force")', true],
        ['CONTAINS("Salesforce", "Force")', false],
        ['BEGINS("Salesforce", "Sales")', true],
        ['LPAD("7", 3, "0")', '007'],
        ['LPAD("12345", 3)', '123'],
        ['RPAD("7", 3, "x")', '7xx'],
        ['REGEX("A-12", "[A-Z]-\\\\d{2}")', true],
        ['REGEX("A-12b", "[A-Z]-\\\\d{2}")', false],
        ['REGEX("abc", "(?i)ABC")', true],
        ['VALUE("1,250.5")', 1250.5],
        ['VALUE("")', null],
        ['TEXT(12.50)', '12.5'],
        ['TEXT(-3)', '-3'],
        ['TEXT(DATE(2026, 3, 9))', '2026-03-09'],
        ['TEXT(Sent_At__c)', '2026-03-15 12:00:00Z', { Sent_At__c: NOON }],
        ['CASESAFEID("001f400000R8snn")', '001f400000R8snnAAB'],
        ['HYPERLINK("http://x", "X")', '<a href="http://x" target="_blank">X</a>'],
        ['IMAGE("/i.png", "an i", 16, 16)', '<img src="/i.png" alt="an i" height="16" width="16" border="0"/>'],
        ['BR()', '_BR_ENCODED_'],
        ['INITCAP("hello wORLD")', 'Hello World'],
        ['"say \\"hi\\""', 'say "hi"'],
    ],
    numbers: [
        ['1 + 2 * 3 ^ 2', 19],
        ['-(2 - 5)', 3],
        ['7 / 2', 3.5],
        ['1 / 0', null],
        ['0.1 + 0.2', 0.3],
        ['Fee__c + 1', null],
        ['ROUND(2.345, 2)', 2.35],
        ['ROUND(-2.5, 0)', -3],
        ['ROUND(1234, -2)', 1200],
        ['CEILING(2.1)', 3],
        ['CEILING(-2.1)', -3],
        ['FLOOR(-2.9)', -2],
        ['MCEILING(-2.1)', -2],
        ['MFLOOR(-2.1)', -3],
        ['ABS(-4)', 4],
        ['MIN(3, 1, 2)', 1],
        ['MAX(3, NULL, 2)', 3],
        ['MOD(7, 3)', 1],
        ['SQRT(16)', 4],
        ['EXP(0)', 1],
        ['LN(1)', 0],
        ['LOG(1000)', 3],
        ['TRUNC(2.789, 1)', 2.7],
        ['Discount__c', 0.25, { Discount__c: 25 }],
    ],
    dates: [
        ['TODAY()', day('2026-03-15')],
        ['NOW()', NOON],
        ['DATE(2026, 2, 28) + 1', day('2026-03-01')],
        ['DATE(2026, 2, 30)', null],
        ['DATE(2026, 3, 10) - DATE(2026, 3, 1)', 9],
        ['NOW() - 0.5', NOON - DAY / 2],
        ['(NOW() - DATETIMEVALUE("2026-03-14 12:00:00"))', 1],
        ['DATEVALUE("2026-03-09")', day('2026-03-09')],
        ['DATEVALUE(Sent_At__c)', day('2026-03-15'), { Sent_At__c: NOON }],
        ['YEAR(DATE(2026, 3, 9))', 2026],
        ['MONTH(DATE(2026, 3, 9))', 3],
        ['DAY(DATE(2026, 3, 9))', 9],
        ['WEEKDAY(DATE(2026, 3, 15))', 1],
        ['ADDMONTHS(DATE(2026, 1, 31), 1)', day('2026-02-28')],
        ['ADDMONTHS(DATE(2026, 2, 28), 1)', day('2026-03-31')],
        ['ADDMONTHS(DATE(2026, 5, 15), -2)', day('2026-03-15')],
        ['DAYOFYEAR(DATE(2026, 2, 1))', 32],
        ['ISOWEEK(DATE(2026, 1, 1))', 1],
        ['ISOYEAR(DATE(2027, 1, 1))', 2026],
        ['HOUR(TIMEVALUE("17:30:45.125"))', 17],
        ['MINUTE(TIMEVALUE("17:30:45.125"))', 30],
        ['UNIXTIMESTAMP(Sent_At__c)', NOON / 1000, { Sent_At__c: NOON }],
        ['Due__c < TODAY()', true, { Due__c: day('2026-03-14') }],
    ],
};

for (const [group, cases] of Object.entries(CASES)) {
    test(`functions of ${group} answer as Salesforce Help says`, () => {
        for (const [formula, expected, values] of cases) {
            assert.deepEqual(bench.evaluate(formula, values), expected, formula);
        }
    });
}

test('a function compares a save with what was stored', () => {
    const [before, after] = [
        { Status__c: 'Draft', Fee__c: 1 },
        { Status__c: 'Sent', Fee__c: 1 },
    ];
    assert.equal(bench.evaluate('ISCHANGED(Status__c)', after, before), true);
    assert.equal(bench.evaluate('ISCHANGED(Fee__c)', after, before), false);
    assert.equal(bench.evaluate('ISCHANGED(Status__c)', after), false, 'nothing of a new record has changed');
    assert.equal(bench.evaluate('TEXT(PRIORVALUE(Status__c))', after, before), 'Draft');
    assert.equal(
        bench.evaluate('PRIORVALUE(Fee__c)', { Fee__c: 5 }),
        5,
        'the prior value of a new record is its value',
    );
    assert.deepEqual([bench.evaluate('ISNEW()', after), bench.evaluate('ISNEW()', after, before)], [true, false]);
});

test('empty numbers count as zero where the formula says so', () => {
    assert.equal(bench.evaluate('Fee__c + 1', {}, null, true), 1);
    assert.equal(bench.evaluate('ISBLANK(Fee__c)', {}, null, true), false);
});
