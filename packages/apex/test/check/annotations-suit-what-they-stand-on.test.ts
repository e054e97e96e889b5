/** Verdicts and sentences of the platform's own compiler for the same text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsInClass, errorsInMembers } from './class-errors.ts';

test('a test is no future method', () => {
    const text = '@IsTest private class Tested { @IsTest @Future static void run() { } }';
    assert.deepEqual(errorsInClass(text), ['Future methods cannot be IsTest']);
    assert.deepEqual(errorsInMembers('@Future static void run() { }'), []);
});

test('an invocable variable is visible, and so is its class', () => {
    assert.deepEqual(errorsInMembers('class Input { @InvocableVariable public Date day; }'), []);
    assert.deepEqual(errorsInMembers('class Input { @InvocableVariable private Date day; }'), [
        'InvocableVariable fields require at least one of the following global, public',
    ]);
    assert.deepEqual(errorsInMembers('private class Input { @InvocableVariable public Date day; }'), [
        'Defining type for InvocableVariable fields cannot be private',
    ]);
});

test('an annotation that the platform does not know', () => {
    assert.deepEqual(errorsInMembers('@Unknown void run() { }'), ['Annotation does not exist: Unknown']);
});
