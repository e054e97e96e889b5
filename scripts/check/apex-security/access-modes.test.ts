import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { statesAccessModes } from './access-modes.ts';

const inMethod = (body: string): string =>
    `public class Writer {\n    void write(List<Account> rows) {\n        ${body}\n    }\n}`;

describe('an operation that says as whom it runs', () => {
    for (const body of [
        'insert as user rows;',
        'update as system rows;',
        'rows = [SELECT Id FROM Account WITH USER_MODE];',
        'rows = [SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id IN :ids[0] WITH SYSTEM_MODE];',
        'Database.insert(rows, false, AccessLevel.USER_MODE);',
        "Database.queryWithBinds('SELECT Id FROM Account', binds(1), AccessLevel.SYSTEM_MODE);",
        '// insert rows;',
        "String text = 'insert rows;';",
        'Writer.insert(rows);',
        'doInsert(rows);',
    ])
        it(body, () => assert.equal(statesAccessModes(inMethod(body)), true));
});

describe('an operation that does not', () => {
    for (const body of [
        'insert rows;',
        'if (true) { delete rows; }',
        'upsert new List<Account>();',
        'rows = [SELECT Id FROM Account];',
        'Integer count = [SELECT COUNT() FROM Account]; rows = [SELECT Id FROM Account WITH USER_MODE];',
        'Database.update(rows, false);',
        "Database.query('SELECT Id FROM Account WITH USER_MODE');",
        'Database.insert(rows, this.mode);',
        "rows = [FIND 'x' RETURNING Account][0];",
    ])
        it(body, () => assert.equal(statesAccessModes(inMethod(body)), false));
});
