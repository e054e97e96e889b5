import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render, renderType, statementOf } from './apex-source.ts';

test('DML names its operation, access and records', () => {
    const operations = ['insert', 'update', 'delete', 'undelete'] as const;
    for (const operation of operations) {
        const statement = statementOf('DmlStatement', `${operation} records;`);
        assert.equal(statement.operation, operation);
        assert.equal(statement.access, null);
        assert.equal(render(statement.target), 'records');
    }
    assert.equal(statementOf('DmlStatement', 'INSERT as user x;').access, 'user');
    assert.equal(statementOf('DmlStatement', 'update as SYSTEM x;').access, 'system');
    assert.equal(statementOf('DmlStatement', 'INSERT x;').operation, 'insert');
});

test('upsert keeps the external id field as written', () => {
    assert.equal(statementOf('DmlStatement', 'upsert x;').externalIdField, null);
    assert.equal(statementOf('DmlStatement', 'upsert x Key__c;').externalIdField, 'Key__c');
    assert.equal(statementOf('DmlStatement', 'upsert x Foo__c.Key__c;').externalIdField, 'Foo__c.Key__c');
    assert.equal(statementOf('DmlStatement', 'upsert as user x.y() Foo__c.Key__c;').access, 'user');
});

test('merge names the master and what is merged away', () => {
    const statement = statementOf('DmlStatement', 'merge winner new List<Account>{ a, b };');
    assert.equal(render(statement.target), 'winner');
    assert.equal(statement.mergeWith && render(statement.mergeWith), 'new List<Account>{a, b}');
});

test('System.runAs in any case is a statement of its own', () => {
    const statement = statementOf('RunAsStatement', 'system.RUNAS(user) { f(); }');
    assert.deepEqual(statement.arguments.map(render), ['user']);
    assert.equal(statement.body.statements.length, 1);
});

test('switch: values, types, null, signs, else', () => {
    const statement = statementOf(
        'SwitchStatement',
        "switch on x { when 1, -2 {} when 'a', null {} when RED {} when Account a {} when (3) {} when else { f(); } }",
    );
    const clauses = statement.clauses.map((clause) =>
        clause.kind === 'WhenType' ? `${renderType(clause.type)} ${clause.name.text}` : clause.values.map(render),
    );
    assert.deepEqual(clauses, [['1', '(-2)'], ["'a'", 'null'], ['RED'], 'Account a', ['3']]);
    assert.equal(statement.otherwise?.statements.length, 1);
});

test('a counted for loop keeps several updates', () => {
    const statement = statementOf('ForStatement', 'for (Integer i = 0, j = 9; i < j; i++, j--) {}');
    assert.equal(statement.initializer?.declarators.length, 2);
    assert.deepEqual(statement.updates.map(render), ['(i++)', '(j--)']);
});

test('a counted for loop may leave everything out', () => {
    const statement = statementOf('ForStatement', 'for (;;);');
    assert.deepEqual(
        [
            statement.initializer,
            statement.initializerExpressions,
            statement.condition,
            statement.updates,
            statement.body,
        ],
        [null, [], null, [], null],
    );
    assert.deepEqual(statementOf('ForStatement', 'for (i = 0, j = 1;;) f();').initializerExpressions.map(render), [
        '(i = 0)',
        '(j = 1)',
    ]);
});

test('a for loop over records', () => {
    const statement = statementOf('ForEachStatement', 'for (List<Account> page : [SELECT Id FROM Account]) {}');
    assert.equal(renderType(statement.type), 'List<Account>');
    assert.equal(statement.iterable.kind, 'SoqlExpression');
});

test('else belongs to the nearest if', () => {
    const statement = statementOf('IfStatement', 'if (a) if (b) f(); else g();');
    assert.equal(statement.else, null);
    assert.ok(statement.then.kind === 'IfStatement' && statement.then.else);
});

test('while, do, break, continue', () => {
    assert.equal(statementOf('WhileStatement', 'while (a) { break; }').body?.kind, 'Block');
    assert.equal(statementOf('WhileStatement', 'while (a);').body, null);
    assert.equal(
        statementOf('DoWhileStatement', 'do { continue; } while (a);').body.statements[0]?.kind,
        'ContinueStatement',
    );
});

test('try with catches and finally', () => {
    const statement = statementOf('TryStatement', 'try { f(); } catch (A.B e) {} catch (Exception e) {} finally {}');
    assert.deepEqual(
        statement.catches.map((clause) => renderType(clause.type)),
        ['A.B', 'Exception'],
    );
    assert.ok(statement.finally);
    assert.equal(statementOf('TryStatement', 'try {} finally {}').catches.length, 0);
});

test('a statement ends with its semicolon', () => {
    const statement = statementOf('LocalVariableStatement', 'final Integer a = 1, b;  f();');
    assert.equal(statement.end - statement.start, 'final Integer a = 1, b;'.length);
    assert.deepEqual(statement.modifiers.keywords, ['final']);
});
