import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ReachableClasses } from './reachable-classes.ts';
import type { ApexFile } from './reachable-classes.ts';

const sources: readonly ApexFile[] = [
    { file: 'Controller.cls', text: 'public class Controller { void go() { Writer.write(new List<Channel>()); } }' },
    { file: 'Writer.cls', text: 'public class Writer { static void write(List<Channel> all) { } }' },
    { file: 'Channel.cls', text: 'public interface Channel { void send(); }' },
    { file: 'MailChannel.cls', text: 'public class MailChannel implements Channel { void send() { Mail.send(); } }' },
    { file: 'Mail.cls', text: 'public class Mail { static void send() { } }' },
    { file: 'Unrelated.cls', text: "public class Unrelated { /* Controller */ String text = 'Writer'; }" },
];

function changedBy(file: string): string[] {
    const before = new ReachableClasses(sources);
    const after = new ReachableClasses(
        sources.map((source) => (source.file === file ? { ...source, text: `${source.text}\n` } : source)),
    );
    return sources.map((source) => source.file).filter((name) => before.keyOf(name) !== after.keyOf(name));
}

describe('a change of a class concerns', () => {
    it('the class and those that lead to it', () => {
        assert.deepEqual(changedBy('Writer.cls'), ['Controller.cls', 'Writer.cls']);
    });

    it('also those that reach it through an interface', () => {
        assert.deepEqual(changedBy('Mail.cls'), [
            'Controller.cls',
            'Writer.cls',
            'Channel.cls',
            'MailChannel.cls',
            'Mail.cls',
        ]);
    });

    it('no class that names it in a comment or a text', () => {
        assert.deepEqual(changedBy('Unrelated.cls'), ['Unrelated.cls']);
        assert.ok(!changedBy('Controller.cls').includes('Unrelated.cls'));
    });
});
