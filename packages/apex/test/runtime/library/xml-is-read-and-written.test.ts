import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApexList } from '../../../src/runtime/collections/list.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { callMethod, construct } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const node = (self: unknown, signature: string, ...values: unknown[]): unknown =>
    callMethod(self, 'Dom.XmlNode', signature, ...values);
const writer = (self: unknown, signature: string, ...values: unknown[]): unknown =>
    callMethod(self, 'System.XmlStreamWriter', signature, ...values);
const reader = (self: unknown, signature: string, ...values: unknown[]): unknown =>
    callMethod(self, 'System.XmlStreamReader', signature, ...values);

function load(text: string): { document: unknown; root: unknown } {
    const document = construct('Dom.Document', 'new()');
    callMethod(document, 'Dom.Document', 'load(String)', text);
    return { document, root: callMethod(document, 'Dom.Document', 'getRootElement()') };
}

const print = (document: unknown): unknown => callMethod(document, 'Dom.Document', 'toXmlString()');

test('a document is read with namespaces, text, comments and character data', () => {
    const { root } = load('<s:a xmlns:s="urn:s" k="v"><!--c--><s:b>one &amp; <![CDATA[<two>]]></s:b><b/></s:a>');
    assert.deepEqual([node(root, 'getName()'), node(root, 'getNamespace()')], ['a', 'urn:s']);
    assert.equal(node(root, 'getAttributeValue(String,String)', 'k', null), 'v');
    const child = node(root, 'getChildElement(String,String)', 'b', 'urn:s');
    assert.equal(node(child, 'getText()'), 'one & <two>');
    const kinds = (node(root, 'getChildren()') as ApexList).items.map((each) =>
        apexToString(node(each, 'getNodeType()')),
    );
    assert.deepEqual(kinds, ['COMMENT', 'ELEMENT', 'ELEMENT']);
});

test('what is read prints again as it was', () => {
    const text = '<?xml version="1.0" encoding="UTF-8"?><s:a xmlns:s="urn:s" k="&quot;"><s:b>&lt;x&gt;</s:b><c/></s:a>';
    assert.equal(print(load(text).document), text);
});

test('a document is built node by node', () => {
    const document = construct('Dom.Document', 'new()');
    const signature = 'createRootElement(String,String,String)';
    const root = callMethod(document, 'Dom.Document', signature, 'order', 'urn:o', 'o');
    const line = node(root, 'addChildElement(String,String,String)', 'line', 'urn:o', 'o');
    node(line, 'setAttribute(String,String)', 'sku', 'a<b');
    node(line, 'addTextNode(String)', 'x & y');
    assert.equal(
        print(document),
        '<?xml version="1.0" encoding="UTF-8"?><o:order xmlns:o="urn:o"><o:line sku="a&lt;b">x &amp; y</o:line></o:order>',
    );
    assert.equal(node(root, 'removeChild(Dom.XmlNode)', line), true);
    assert.equal((node(root, 'getChildElements()') as ApexList).size(), 0);
});

test('malformed XML is an XmlException', () => {
    assert.match(
        apexErrorOf(() => load('<a><b></a>')),
        /^System.XmlException/,
    );
});

test('a stream writer writes tags, attributes and text in order, and closes what is open', () => {
    const stream = construct('System.XmlStreamWriter', 'new()');
    writer(stream, 'writeStartDocument(String,String)', 'utf-8', '1.0');
    writer(stream, 'writeStartElement(String,String,String)', null, 'r', null);
    writer(stream, 'writeAttribute(String,String,String,String)', null, null, 'k', '"v"');
    writer(stream, 'writeEmptyElement(String,String,String)', null, 'e', null);
    writer(stream, 'writeCharacters(String)', '<');
    writer(stream, 'writeEndDocument()');
    assert.equal(
        writer(stream, 'getXmlString()'),
        '<?xml version="1.0" encoding="utf-8"?><r k="&quot;v&quot;"><e/>&lt;</r>',
    );
    assert.match(
        apexErrorOf(() => writer(stream, 'writeEndElement()')),
        /^System.XmlException/,
    );
});

test('a stream reader walks the events', () => {
    const stream = construct('System.XmlStreamReader', 'new(String)', '<r> <a k="v">1</a></r>');
    const seen: string[] = [];
    while (reader(stream, 'hasNext()')) {
        reader(stream, 'next()');
        const text =
            reader(stream, 'hasText()') === true ? reader(stream, 'getText()') : reader(stream, 'getLocalName()');
        seen.push(`${apexToString(reader(stream, 'getEventType()'))} ${apexToString(text)}`);
    }
    assert.deepEqual(seen, [
        'START_ELEMENT r',
        'CHARACTERS  ',
        'START_ELEMENT a',
        'CHARACTERS 1',
        'END_ELEMENT a',
        'END_ELEMENT r',
        'END_DOCUMENT null',
    ]);
});

test('nextTag skips white space and refuses other text', () => {
    const stream = construct('System.XmlStreamReader', 'new(String)', '<r> <a>text</a></r>');
    reader(stream, 'nextTag()');
    reader(stream, 'nextTag()');
    assert.equal(reader(stream, 'getLocalName()'), 'a');
    assert.match(
        apexErrorOf(() => reader(stream, 'nextTag()')),
        /^System.XmlException/,
    );
});
