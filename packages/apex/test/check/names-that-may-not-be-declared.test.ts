/** Which names are refused and in what words: as the platform's own compiler answers for the same text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsInClass, errorsInMembers, errorsInStatements } from './class-errors.ts';

test('a reserved word names no variable, field, parameter, enum constant or type', () => {
    const refused = ['Identifier name is reserved: hint'];
    assert.deepEqual(errorsInStatements('Integer hint = 1;'), refused);
    assert.deepEqual(errorsInMembers('Integer hint;'), refused);
    assert.deepEqual(errorsInMembers('Integer hint { get; set; }'), refused);
    assert.deepEqual(errorsInMembers('void run(Integer hint) { }'), refused);
    assert.deepEqual(errorsInMembers('enum Level { hint }'), refused);
    assert.deepEqual(errorsInMembers('class hint { }'), refused);
});

test('a reserved word may name a method', () => {
    assert.deepEqual(errorsInMembers('void hint() { } void sort() { hint(); }'), []);
});

test('words of queries and of newer grammar stay free', () => {
    for (const name of ['order', 'after', 'before', 'count', 'first', 'network', 'record', 'scope', 'view'])
        assert.deepEqual(errorsInStatements(`Integer ${name} = 1;`), [], name);
});

test('bulk and commit name nothing, not even a method', () => {
    assert.deepEqual(errorsInMembers('void commit() { }'), ["Unexpected token 'commit'."]);
    assert.deepEqual(errorsInStatements('Integer bulk = 1;'), ["Unexpected token 'bulk'."]);
});

test('no class is called Page or ApexPages', () => {
    assert.deepEqual(errorsInMembers('class Page { }'), ['Identifier type is reserved: Page']);
    assert.deepEqual(errorsInStatements('Integer page = 1;'), []);
});

test('underscores stand alone and inside, dollars nowhere', () => {
    for (const name of ['_x', 'x_', 'x__y', 'x$y'])
        assert.deepEqual(errorsInStatements(`Integer ${name} = 1;`), [`Invalid character in identifier: ${name}`]);
    assert.deepEqual(errorsInStatements('Integer x_y = 1;'), []);
});

test('a top-level type has at most 40 characters, everything else 255', () => {
    const longest = 'A'.repeat(40);
    assert.deepEqual(errorsInClass(`public class ${longest} { }`), []);
    assert.deepEqual(errorsInClass(`public class ${longest}A { }`), [`Identifier name is too long: ${longest}A`]);
    assert.deepEqual(errorsInMembers(`class ${longest}A { } Integer ${'b'.repeat(255)};`), []);
    const tooLong = 'c'.repeat(256);
    assert.deepEqual(errorsInMembers(`void ${tooLong}() { }`), [`Identifier name is too long: ${tooLong}`]);
});
