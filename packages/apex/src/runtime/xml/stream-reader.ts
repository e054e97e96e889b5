import { defineBuiltIn } from '../built-in-type.ts';
import { throwApex } from '../exceptions/throw.ts';
import { XmlDocument } from './document.ts';
import type { XmlAttribute, XmlNode } from './node.ts';

/** Constants of `System.XmlTag`. */
export type XmlEventType =
    'START_DOCUMENT' | 'END_DOCUMENT' | 'START_ELEMENT' | 'END_ELEMENT' | 'CHARACTERS' | 'COMMENT';

interface XmlEvent {
    readonly type: XmlEventType;
    readonly node: XmlNode | null;
}

/** `System.XmlStreamReader`: walks the events of a document. The text is parsed whole when the reader is made. */
export class XmlStreamReader {
    private readonly events: readonly XmlEvent[];
    private position = 0;

    constructor(text: string) {
        const { root } = XmlDocument.parse(text);
        const document = (type: XmlEventType): XmlEvent => ({ type, node: null });
        this.events = [document('START_DOCUMENT'), ...eventsOf(root), document('END_DOCUMENT')];
    }

    get type(): XmlEventType {
        return this.current().type;
    }

    get node(): XmlNode | null {
        return this.current().node;
    }

    hasNext(): boolean {
        return this.position < this.events.length - 1;
    }

    /** @throws System.XmlException at the end of the document */
    next(): XmlEventType {
        if (!this.hasNext()) throwApex('System.XmlException', 'End of document reached');
        this.position++;
        return this.type;
    }

    /** The next tag; white space and comments between are skipped, other text is refused. */
    nextTag(): XmlEventType {
        let type = this.next();
        while (type === 'COMMENT' || (type === 'CHARACTERS' && this.isWhite())) type = this.next();
        if (type !== 'START_ELEMENT' && type !== 'END_ELEMENT') {
            throwApex('System.XmlException', 'Expected start or end tag');
        }
        return type;
    }

    isWhite(): boolean {
        return this.type === 'CHARACTERS' && (this.node?.content ?? '').trim() === '';
    }

    /** Attributes of the start tag. @throws System.XmlException elsewhere */
    attributes(): readonly XmlAttribute[] {
        if (this.type !== 'START_ELEMENT') throwApex('System.XmlException', 'Current state is not START_ELEMENT');
        return this.node?.attributes ?? [];
    }

    private current(): XmlEvent {
        return this.events[this.position] as XmlEvent;
    }
}

function eventsOf(node: XmlNode | null): XmlEvent[] {
    if (node === null) return [];
    if (node.kind === 'TEXT') return [{ type: 'CHARACTERS', node }];
    if (node.kind === 'COMMENT') return [{ type: 'COMMENT', node }];
    return [{ type: 'START_ELEMENT', node }, ...node.children.flatMap(eventsOf), { type: 'END_ELEMENT', node }];
}

defineBuiltIn('System.XmlStreamReader', XmlStreamReader);
