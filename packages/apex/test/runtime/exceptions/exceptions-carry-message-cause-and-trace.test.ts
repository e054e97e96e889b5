import assert from 'node:assert/strict';
import vm from 'node:vm';
import { test } from 'node:test';
import {
    type ApexException,
    exceptionClass,
    newApexException,
    registerScript,
    throwApex,
    unregisterScript,
} from '../../../src/runtime/exceptions.ts';
import { apexErrorOf } from '../apex-errors.ts';

const DmlException = exceptionClass('System.DmlException');

test('a message can be given, changed and left out', () => {
    const exception = new DmlException().new$string('first');
    assert.equal(exception.getmessage$(), 'first');
    exception.setmessage$string('second');
    assert.equal(exception.tostring$(), 'System.DmlException: second');
    assert.equal(new DmlException().new$().getmessage$(), 'Script-thrown exception');
});

test('a cause is kept and cannot be replaced', () => {
    const cause = newApexException('System.MathException', 'Divide by 0');
    const exception = new DmlException().new$string$exception('outer', cause);
    assert.equal(exception.getcause$(), cause);
    assert.equal(
        apexErrorOf(() => exception.initcause$exception(cause)),
        "System.IllegalArgumentException: Can't overwrite cause",
    );
});

test('exception types are found in any spelling, with and without System', () => {
    assert.equal(exceptionClass('dmlexception'), DmlException);
    assert.equal(new (exceptionClass('Auth.JWTValidationException'))().gettypename$(), 'Auth.JWTValidationException');
    assert.throws(() => exceptionClass('System.NoSuchException'), /no built-in exception type/);
});

// AuraHandledException: the message is for the client, Apex sees the default (Apex Reference and common knowledge)
test('an AuraHandledException shows its message in Apex only after setMessage', () => {
    const exception = new (exceptionClass('System.AuraHandledException'))().new$string('for the client');
    assert.equal(exception.getmessage$(), 'Script-thrown exception');
    exception.setmessage$string('for tests');
    assert.equal(exception.getmessage$(), 'for tests');
});

test('a trace has the Apex frames of registered scripts, innermost first, and no others', (t) => {
    const file = 'apex:test/Foo.cls';
    registerScript(file, (line) => {
        const frames: Record<number, { method: string | null; line: number }> = {
            2: { method: 'bar', line: 12 },
            5: { method: null, line: 3 },
        };
        const frame = frames[line];
        return frame ? { type: frame.method ? 'Class.Foo' : 'Trigger.T', column: 1, ...frame } : null;
    });
    t.after(() => unregisterScript(file));
    const script = new vm.Script(
        '(make) => {\n const bar = () => make();\n const glue = () => bar();\n\n return glue();\n}',
        {
            filename: file,
        },
    );
    const run = script.runInThisContext() as (make: () => ApexException) => ApexException;
    const exception = run(() => newApexException('System.ListException', 'x'));
    assert.equal(exception.getstacktracestring$(), 'Class.Foo.bar: line 12, column 1\nTrigger.T: line 3, column 1');
    assert.equal(exception.getlinenumber$(), 12);
});

test('dml failures are read by index', () => {
    const exception = new DmlException().new$string('x');
    exception.failures = [
        { index: 3, id: '001000000000001AAA', statusCode: 'DUPLICATE_VALUE', message: 'again', fields: ['Name'] },
    ];
    assert.equal(exception.getnumdml$(), 1);
    assert.equal(exception.getdmlindex$integer(0), 3);
    assert.equal(exception.getdmlstatuscode$integer(0), 'DUPLICATE_VALUE');
    assert.equal(String((exception.getdmltype$integer(0) as { name: string }).name), 'DUPLICATE_VALUE');
    assert.deepEqual(exception.getdmlfieldnames$integer(0).items, ['Name']);
    assert.equal(
        apexErrorOf(() => exception.getdmlid$integer(1)),
        'System.ListException: List index out of bounds: 1',
    );
});

test('throwApex throws the type it is told', () => {
    assert.equal(
        apexErrorOf(() => throwApex('System.JSONException', 'bad')),
        'System.JSONException: bad',
    );
});
