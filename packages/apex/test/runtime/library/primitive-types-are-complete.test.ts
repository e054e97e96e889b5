import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlatformType } from '../../../src/platform/index.ts';
import { primitiveLibraries } from '../../../src/runtime/library/primitive-libraries.ts';

/** What the platform has of these types and this runtime has not, each with the reason. */
const MISSING: Readonly<Record<string, string>> = {
    'System.Blob.toPdf(String)': 'it renders HTML as a document, for which there is no renderer here',
    'System.Crypto.signWithCertificate(String,Blob,String)': 'orgs here hold no certificates',
    'System.Crypto.verify(String,Blob,Blob,String)': 'orgs here hold no certificates',
    'System.Crypto.signXml(String,Dom.XmlNode,String,String)': 'orgs here hold no certificates',
    'System.Crypto.signXml(String,Dom.XmlNode,String,String,Dom.XmlNode)': 'orgs here hold no certificates',
};

/** `record.Field.addError(...)` looks like a method of the value and is one of the record: the compiler sees to it. */
const OF_THE_RECORD = /\.addError\(/;

const signature = (name: string, parameters: readonly { readonly type: string }[]): string =>
    `${name}(${parameters.map(({ type }) => type.replaceAll(/\bSystem\.|\s/g, '')).join(',')})`;

test('every method of the primitive types is implemented, or missing for a stated reason', () => {
    const missing: string[] = [];
    for (const library of primitiveLibraries) {
        const type = findPlatformType('System', library.type.slice('System.'.length));
        assert.ok(type, `${library.type} is no platform type`);
        const known = Object.keys({ ...library.methods, ...library.statics }).map((key) => key.toLowerCase());
        for (const method of type.methods) {
            const key = signature(method.name, method.parameters);
            if (!known.includes(key.toLowerCase())) missing.push(`${library.type}.${key}`);
        }
    }
    assert.deepEqual(missing.filter((key) => !OF_THE_RECORD.test(key)).sort(), Object.keys(MISSING).sort());
});
