import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withQueryContext } from '@sw-studio/soql';

const at = (text: string, word: string, message = 'sentence') =>
    withQueryContext(text, { start: text.indexOf(word), message });

test('a short query is shown whole, with a caret under the place', () => {
    assert.equal(
        at('SELECT Foo FROM Account', 'Foo'),
        '\nSELECT Foo FROM Account\n       ^\nERROR at Row:1:Column:8\nsentence',
    );
});

test('a long query is cut to whole words around the place', () => {
    const fields = Array.from({ length: 30 }, (_, index) => `LongFieldName${index}__c`).join(', ');
    const printed = at(`SELECT ${fields}, Foo__c, ${fields} FROM Account`, 'Foo__c').split('\n');
    assert.equal(printed[1], 'LongFieldName28__c, LongFieldName29__c, Foo__c, LongFieldName0__c, LongFieldName1__c,');
    assert.equal(printed[2]?.indexOf('^'), printed[1]?.indexOf('Foo__c'));
});

test('rows are the lines of the query, and only the line of the place is shown', () => {
    assert.equal(at('SELECT Id\nFROM Nope\nLIMIT 1', 'Nope'), '\nFROM Nope\n     ^\nERROR at Row:2:Column:6\nsentence');
});

test('errors of single characters are printed one column to the left, as the API counts them', () => {
    const text = 'select Id from Account where id = $sfid';
    const message = "line 1:34 no viable alternative at character '$'";
    assert.equal(at(text, '$', message), `\n${text}\n${' '.repeat(33)}^\nERROR at Row:1:Column:34\n${message}`);
});

test('a place at the end of the query has its caret after the last character', () => {
    const text = 'SELECT Id FROM';
    const printed = withQueryContext(text, { start: text.length, message: 'm' });
    assert.equal(printed, `\nSELECT Id FROM\n${' '.repeat(14)}^\nERROR at Row:1:Column:15\nm`);
});
