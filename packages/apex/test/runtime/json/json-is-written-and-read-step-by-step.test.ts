import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexType } from '../../../src/runtime/apex-type.ts';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { anyType, listType, primitiveType } from '../../../src/runtime/types-registry.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callMethod, callStatic } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

beforeEach(() => beginTransaction());

const write = (generator: unknown, signature: string, ...values: unknown[]): unknown =>
    callMethod(generator, 'System.JSONGenerator', signature, ...values);
const read = (parser: unknown, signature: string, ...values: unknown[]): unknown =>
    callMethod(parser, 'System.JSONParser', signature, ...values);

test('a generator writes objects, arrays and values', () => {
    const generator = callStatic('System.JSON', 'createGenerator(Boolean)', false);
    write(generator, 'writeStartObject()');
    write(generator, 'writeStringField(String,String)', 'a', 'x');
    write(generator, 'writeNumberField(String,Double)', 'b', 2);
    write(generator, 'writeNullField(String)', 'c');
    write(generator, 'writeFieldName(String)', 'd');
    write(generator, 'writeStartArray()');
    write(generator, 'writeNumber(Integer)', 1);
    write(generator, 'writeObject(Object)', ApexList.of(anyType, [true]));
    write(generator, 'writeEndArray()');
    write(generator, 'writeEndObject()');
    assert.equal(write(generator, 'getAsString()'), '{"a":"x","b":2.0,"c":null,"d":[1,[true]]}');
});

test('a generator refuses what would be malformed', () => {
    const generator = callStatic('System.JSON', 'createGenerator(Boolean)', true);
    write(generator, 'writeStartObject()');
    assert.match(
        apexErrorOf(() => write(generator, 'writeString(String)', 'x')),
        /^System.JSONException: Can not write value, expecting field name/,
    );
    assert.match(
        apexErrorOf(() => write(generator, 'writeEndArray()')),
        /^System.JSONException/,
    );
});

test('reading the text closes the generator', () => {
    const generator = callStatic('System.JSON', 'createGenerator(Boolean)', false);
    write(generator, 'writeStartArray()');
    assert.equal(write(generator, 'isClosed()'), false);
    assert.equal(write(generator, 'getAsString()'), '[]');
    assert.equal(write(generator, 'isClosed()'), true);
});

test('a parser walks the tokens with their names and texts', () => {
    const parser = callStatic('System.JSON', 'createParser(String)', '{"a":[1,2.5],"b":{"c":"x"},"d":null}');
    const seen: string[] = [];
    for (;;) {
        const token = read(parser, 'nextToken()');
        if (token === null) break;
        const name = read(parser, 'getCurrentName()');
        seen.push(`${apexToString(token)} ${apexToString(name)} ${apexToString(read(parser, 'getText()'))}`);
    }
    assert.deepEqual(seen, [
        'START_OBJECT null {',
        'FIELD_NAME a a',
        'START_ARRAY a [',
        'VALUE_NUMBER_INT null 1',
        'VALUE_NUMBER_FLOAT null 2.5',
        'END_ARRAY a ]',
        'FIELD_NAME b b',
        'START_OBJECT b {',
        'FIELD_NAME c c',
        'VALUE_STRING c x',
        'END_OBJECT b }',
        'FIELD_NAME d d',
        'VALUE_NULL d null',
        'END_OBJECT null }',
    ]);
});

test('values are read as types; children can be skipped; a typed value can be read from the middle', () => {
    const parser = callStatic('System.JSON', 'createParser(String)', '{"a":{"deep":[1]},"n":"12","list":[1,2]}');
    read(parser, 'nextToken()');
    read(parser, 'nextToken()');
    read(parser, 'nextToken()');
    read(parser, 'skipChildren()');
    assert.equal(apexToString(read(parser, 'getCurrentToken()')), 'END_OBJECT');
    read(parser, 'nextValue()');
    assert.equal(read(parser, 'getIntegerValue()'), 12);
    read(parser, 'nextValue()');
    const type = ApexType.of(listType(primitiveType('Integer')));
    assert.equal(apexToString(read(parser, 'readValueAs(Type)', type)), '(1, 2)');
});

test('clearing hides the current token and remembers it', () => {
    const parser = callStatic('System.JSON', 'createParser(String)', '[1]');
    read(parser, 'nextToken()');
    read(parser, 'clearCurrentToken()');
    assert.equal(read(parser, 'hasCurrentToken()'), false);
    assert.equal(apexToString(read(parser, 'getLastClearedToken()')), 'START_ARRAY');
});
