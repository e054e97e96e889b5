import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProjectCheck } from '@sw-studio/apex';
import { EMPTY_SCHEMA } from '../support/empty-schema.ts';

const WORD = 'Wrong__c';

/** Where the compiler reports what its schema says against a word of a query, as `line:column`. */
function placesIn(statement: string): string[] {
    const findings = (text: string) => [
        { message: `No such column '${WORD}'`, start: text.indexOf(WORD), category: 'semantic' as const },
    ];
    const schema = { ...EMPTY_SCHEMA, checkQuery: findings, checkSearch: findings };
    const text = `public class Tested {\nvoid tested(Id key) {\n${statement}\n}\n}`;
    return new ProjectCheck([], { namespace: '', schema })
        .check([{ file: 'Tested.cls', text }])
        .map(({ line, column }) => `${line}:${column}`);
}

test('on the line where the query begins', () => {
    assert.deepEqual(placesIn('Object found = [SELECT Wrong__c FROM Account];'), ['3:24']);
    assert.deepEqual(placesIn("Object found = [FIND 'x' RETURNING Wrong__c(Id)];"), ['3:36']);
});

test('on a later line', () => {
    assert.deepEqual(placesIn('Object found = [\n    SELECT Id,\n        Wrong__c\n    FROM Account\n];'), ['5:9']);
});

test('behind binds and comments of whatever length, on however many lines', () => {
    const query = '[SELECT Id /* of\nall */ FROM Account WHERE Id IN :List.of(\n  key\n) AND Wrong__c = 1]';
    assert.deepEqual(placesIn(`Object found = ${query.replace('List.of(', 'String.valueOf(')};`), ['6:7']);
});
