import { SaxesParser } from 'saxes';
import { defineBuiltIn } from '../built-in-type.ts';
import { throwApex } from '../exceptions/throw.ts';
import { XmlNode } from './node.ts';
import { printXml } from './print.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** `Dom.Document`. */
export class XmlDocument {
    root: XmlNode | null = null;

    /** @throws System.XmlException for text that is not well-formed */
    static parse(text: string): XmlDocument {
        const document = new XmlDocument();
        document.load(text);
        return document;
    }

    createRoot(name: string, namespace: string | null, prefix: string | null): XmlNode {
        this.root = XmlNode.element(name, namespace, prefix);
        return this.root;
    }

    load(text: string): void {
        const parser = new SaxesParser({ xmlns: true });
        let open: XmlNode | null = null;
        let root: XmlNode | null = null;
        parser.on('error', (error) => throwApex('System.XmlException', error.message));
        parser.on('opentag', (tag) => {
            const node = new XmlNode('ELEMENT', { name: tag.local, namespace: tag.uri, prefix: tag.prefix });
            for (const attribute of Object.values(tag.attributes)) {
                if (attribute.uri === XMLNS) {
                    node.declarations.set(attribute.prefix === '' ? '' : attribute.local, attribute.value);
                } else {
                    node.attributes.push({
                        name: attribute.local,
                        namespace: attribute.uri === '' ? null : attribute.uri,
                        prefix: attribute.prefix === '' ? null : attribute.prefix,
                        value: attribute.value,
                    });
                }
            }
            open?.append(node);
            root ??= node;
            open = node;
        });
        parser.on('closetag', () => {
            open = open?.parent ?? null;
        });
        const addText = (content: string): void => {
            open?.append(new XmlNode('TEXT', { content }));
        };
        parser.on('text', addText);
        parser.on('cdata', addText);
        parser.on('comment', (content) => open?.append(new XmlNode('COMMENT', { content })));
        parser.write(text).close();
        this.root = root;
    }

    toXml(): string {
        return printXml(this.root);
    }
}

defineBuiltIn('Dom.Document', XmlDocument);
