import { enumConstant } from '../../enums.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import type { XmlAttribute } from '../../xml/node.ts';
import { XmlStreamReader } from '../../xml/stream-reader.ts';
import { XmlStreamWriter } from '../../xml/stream-writer.ts';
import { nonNull } from '../receiver.ts';

function attributeAt(reader: XmlStreamReader, index: number): XmlAttribute {
    const found = reader.attributes()[index];
    return found ?? throwApex('System.XmlException', `There is no attribute at index ${index}`);
}

function namespaceAt(reader: XmlStreamReader, index: number): readonly [prefix: string, namespace: string] {
    const found = [...(reader.node?.declarations ?? [])][index];
    return found ?? throwApex('System.XmlException', `There is no namespace at index ${index}`);
}

/** Numbers of the events in Java's XMLStreamConstants, which `next()` answers. */
const EVENT_NUMBERS = {
    START_ELEMENT: 1,
    END_ELEMENT: 2,
    CHARACTERS: 4,
    COMMENT: 5,
    START_DOCUMENT: 7,
    END_DOCUMENT: 8,
} as const;

const readerLibrary: TypeLibrary = {
    type: 'System.XmlStreamReader',
    constructors: { 'new(String)': (text: string) => new XmlStreamReader(nonNull(text)) },
    methods: {
        'getAttributeCount()': (reader: XmlStreamReader) => reader.attributes().length,
        'getAttributeLocalName(Integer)': (reader: XmlStreamReader, index: number) => attributeAt(reader, index).name,
        'getAttributeNamespace(Integer)': (reader: XmlStreamReader, index: number) =>
            attributeAt(reader, index).namespace,
        'getAttributePrefix(Integer)': (reader: XmlStreamReader, index: number) => attributeAt(reader, index).prefix,
        'getAttributeValue(String,String)': (reader: XmlStreamReader, namespace: string | null, name: string) =>
            reader.attributes().find((each) => each.name === name && each.namespace === (namespace || null))?.value ??
            null,
        'getAttributeValueAt(Integer)': (reader: XmlStreamReader, index: number) => attributeAt(reader, index).value,
        'getEventType()': (reader: XmlStreamReader) => enumConstant('System.XmlTag', reader.type),
        'getLocalName()': (reader: XmlStreamReader) => reader.node?.name ?? null,
        'getNamespace()': (reader: XmlStreamReader) => reader.node?.namespace ?? null,
        'getNamespaceCount()': (reader: XmlStreamReader) => reader.node?.declarations.size ?? 0,
        'getNamespacePrefix(Integer)': (reader: XmlStreamReader, index: number) => namespaceAt(reader, index)[0],
        'getNamespaceURI(String)': (reader: XmlStreamReader, prefix: string) =>
            reader.node?.namespaceFor(prefix) ?? null,
        'getNamespaceURIAt(Integer)': (reader: XmlStreamReader, index: number) => namespaceAt(reader, index)[1],
        'getPrefix()': (reader: XmlStreamReader) => reader.node?.prefix ?? null,
        'getText()': (reader: XmlStreamReader) => reader.node?.content ?? null,
        'hasName()': (reader: XmlStreamReader) => reader.node?.kind === 'ELEMENT',
        'hasNext()': (reader: XmlStreamReader) => reader.hasNext(),
        'hasText()': (reader: XmlStreamReader) => reader.type === 'CHARACTERS' || reader.type === 'COMMENT',
        'isCharacters()': (reader: XmlStreamReader) => reader.type === 'CHARACTERS',
        'isEndElement()': (reader: XmlStreamReader) => reader.type === 'END_ELEMENT',
        'isStartElement()': (reader: XmlStreamReader) => reader.type === 'START_ELEMENT',
        'isWhitespace()': (reader: XmlStreamReader) => reader.isWhite(),
        'next()': (reader: XmlStreamReader) => EVENT_NUMBERS[reader.next()],
        'nextTag()': (reader: XmlStreamReader) => EVENT_NUMBERS[reader.nextTag()],
    },
};

const writerLibrary: TypeLibrary = {
    type: 'System.XmlStreamWriter',
    constructors: { 'new()': () => new XmlStreamWriter() },
    methods: {
        'close()': (writer: XmlStreamWriter) => writer.endDocument(),
        'getXmlString()': (writer: XmlStreamWriter) => writer.toText(),
        'writeAttribute(String,String,String,String)': (
            writer: XmlStreamWriter,
            prefix: string | null,
            _namespace: string | null,
            name: string,
            value: string,
        ) => writer.attribute(prefix, nonNull(name), nonNull(value)),
        'writeCData(String)': (writer: XmlStreamWriter, text: string) => writer.raw(`<![CDATA[${nonNull(text)}]]>`),
        'writeCharacters(String)': (writer: XmlStreamWriter, text: string) => writer.characters(nonNull(text)),
        'writeComment(String)': (writer: XmlStreamWriter, text: string) => writer.raw(`<!--${nonNull(text)}-->`),
        'writeDefaultNamespace(String)': (writer: XmlStreamWriter, namespace: string) =>
            writer.attribute(null, 'xmlns', nonNull(namespace)),
        'writeEmptyElement(String,String,String)': (writer: XmlStreamWriter, prefix: string | null, name: string) =>
            writer.emptyElement(prefix, nonNull(name)),
        'writeEndDocument()': (writer: XmlStreamWriter) => writer.endDocument(),
        'writeEndElement()': (writer: XmlStreamWriter) => writer.endElement(),
        'writeNamespace(String,String)': (writer: XmlStreamWriter, prefix: string | null, namespace: string) =>
            prefix ? writer.attribute('xmlns', prefix, nonNull(namespace)) : writer.attribute(null, 'xmlns', namespace),
        'writeProcessingInstruction(String,String)': (writer: XmlStreamWriter, target: string, data: string | null) =>
            writer.raw(`<?${nonNull(target)}${data ? ` ${data}` : ''}?>`),
        'writeStartDocument(String,String)': (
            writer: XmlStreamWriter,
            encoding: string | null,
            version: string | null,
        ) => writer.startDocument(encoding, version),
        'writeStartElement(String,String,String)': (writer: XmlStreamWriter, prefix: string | null, name: string) =>
            writer.startElement(prefix, nonNull(name)),
    },
};

export const xmlStreamLibraries: readonly TypeLibrary[] = [readerLibrary, writerLibrary];
