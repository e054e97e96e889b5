/** Verdicts and sentences of the platform's own compiler for the same text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsInMembers } from './class-errors.ts';

const SHAPE = 'interface Shape { Integer area(); }';

function areaIsHidden(type: string): readonly string[] {
    return [
        `Tested.${type}: Overriding implementations of global or public interface methods must be global or public: ` +
            'Integer Tested.Shape.area()',
    ];
}

test('a class has every method of its interfaces', () => {
    assert.deepEqual(errorsInMembers(`${SHAPE} class Square implements Shape { }`), [
        'Class Tested.Square must implement the method: Integer Tested.Shape.area()',
    ]);
    assert.deepEqual(
        errorsInMembers(`${SHAPE} class Square implements Shape { public Integer area() { return 1; } }`),
        [],
    );
});

test('and has it as public', () => {
    assert.deepEqual(
        errorsInMembers(`${SHAPE} class Square implements Shape { Integer area() { return 1; } }`),
        areaIsHidden('Square'),
    );
});

test('an abstract class owes nothing: its subclasses do', () => {
    const abstractly = `${SHAPE} abstract class Figure implements Shape { protected virtual Integer area() { return 1; } }`;
    assert.deepEqual(errorsInMembers(abstractly), []);
    assert.deepEqual(errorsInMembers(`${abstractly} class Square extends Figure { }`), areaIsHidden('Square'));
    const publicly = 'class Square extends Figure { public override Integer area() { return 2; } }';
    assert.deepEqual(errorsInMembers(`${abstractly} ${publicly}`), []);
});
