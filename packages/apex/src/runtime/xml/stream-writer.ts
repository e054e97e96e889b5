import { defineBuiltIn } from '../built-in-type.ts';
import { throwApex } from '../exceptions/throw.ts';
import { escapeAttribute, escapeText } from './print.ts';

/** `System.XmlStreamWriter`: writes XML step by step. */
export class XmlStreamWriter {
    private text = '';
    private readonly open: string[] = [];
    /** A start tag is still open for attributes: what ends it, `>` or `/>`. */
    private pending: '' | '>' | '/>' = '';

    startDocument(encoding: string | null, version: string | null): void {
        this.text += `<?xml version="${version ?? '1.0'}"${encoding === null ? '' : ` encoding="${encoding}"`}?>`;
    }

    startElement(prefix: string | null, name: string): void {
        const qualified = prefix ? `${prefix}:${name}` : name;
        this.raw(`<${qualified}`);
        this.pending = '>';
        this.open.push(qualified);
    }

    emptyElement(prefix: string | null, name: string): void {
        this.raw(`<${prefix ? `${prefix}:${name}` : name}`);
        this.pending = '/>';
    }

    /** @throws System.XmlException outside of a start tag */
    attribute(prefix: string | null, name: string, value: string): void {
        if (this.pending === '') throwApex('System.XmlException', 'Attribute not associated with any element');
        this.text += ` ${prefix ? `${prefix}:${name}` : name}="${escapeAttribute(value)}"`;
    }

    characters(text: string): void {
        this.raw(escapeText(text));
    }

    raw(markup: string): void {
        this.text += this.pending + markup;
        this.pending = '';
    }

    /** @throws System.XmlException when no element is open */
    endElement(): void {
        const name = this.open.pop();
        if (name === undefined) throwApex('System.XmlException', 'No element was found to write');
        this.raw(`</${name}>`);
    }

    endDocument(): void {
        while (this.open.length > 0) this.endElement();
    }

    toText(): string {
        return this.text + this.pending;
    }
}

defineBuiltIn('System.XmlStreamWriter', XmlStreamWriter);
