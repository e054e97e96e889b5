import { SaxesParser } from 'saxes';

export interface XmlElement {
    name: string;
    /** Where the element starts, 1-based. */
    line: number;
    /** The text directly in the element, trimmed. */
    text: string;
    children: XmlElement[];
    attributes: Readonly<Record<string, string>>;
}

export class XmlSyntaxError extends Error {
    readonly line: number;

    constructor(line: number, message: string) {
        super(message);
        this.name = 'XmlSyntaxError';
        this.line = line;
    }
}

/** @throws XmlSyntaxError for text that is not well-formed */
export function parseXml(text: string): XmlElement {
    const parser = new SaxesParser({ position: true, xmlns: false });
    const document: XmlElement = { name: '', line: 0, text: '', children: [], attributes: {} };
    const open = [document];
    const addText = (part: string): void => {
        const element = open.at(-1);
        if (element !== undefined) element.text += part;
    };
    let startLine = 1;
    parser.on('opentagstart', () => (startLine = parser.line));
    parser.on('opentag', ({ name, attributes }) => {
        const element: XmlElement = { name, line: startLine, text: '', children: [], attributes };
        open.at(-1)?.children.push(element);
        open.push(element);
    });
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        const element = open.pop();
        if (element !== undefined) element.text = element.text.trim();
    });
    parser.on('error', (error) => {
        throw new XmlSyntaxError(parser.line, error.message.replace(/^\d+:\d+: /, ''));
    });
    parser.write(text).close();
    const [root] = document.children;
    if (root === undefined) throw new XmlSyntaxError(1, 'The file has no element.');
    return root;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
    return element.children.filter((child) => child.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((child) => child.name === name);
}

/** The text of a child, or the empty string where there is none. */
export function textOf(element: XmlElement, name: string): string {
    return childOf(element, name)?.text ?? '';
}
