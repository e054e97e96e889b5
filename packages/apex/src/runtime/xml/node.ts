import { defineBuiltIn } from '../built-in-type.ts';

export interface XmlAttribute {
    readonly name: string;
    /** null: no namespace. */
    readonly namespace: string | null;
    readonly prefix: string | null;
    value: string;
}

export type XmlNodeKind = 'ELEMENT' | 'TEXT' | 'COMMENT';

/** `Dom.XmlNode`. */
export class XmlNode {
    readonly kind: XmlNodeKind;
    /** Of elements; null of text and comments. */
    readonly name: string | null;
    readonly namespace: string | null;
    readonly prefix: string | null;
    /** Of text and comments. */
    readonly content: string;
    parent: XmlNode | null = null;
    readonly attributes: XmlAttribute[] = [];
    readonly children: XmlNode[] = [];
    /** Namespaces by prefix that are declared on this element; '' is the default one. */
    readonly declarations = new Map<string, string>();

    constructor(
        kind: XmlNodeKind,
        { name = null, namespace = null, prefix = null, content = '' }: Partial<XmlNode> = {},
    ) {
        this.kind = kind;
        this.name = name;
        this.namespace = namespace === '' ? null : namespace;
        this.prefix = prefix === '' ? null : prefix;
        this.content = content;
    }

    static element(name: string, namespace: string | null, prefix: string | null): XmlNode {
        const node = new XmlNode('ELEMENT', { name, namespace, prefix });
        if (node.namespace !== null) node.declarations.set(node.prefix ?? '', node.namespace);
        return node;
    }

    append(child: XmlNode): XmlNode {
        child.parent = this;
        this.children.push(child);
        return child;
    }

    /** @param before null: at the end */
    insert(child: XmlNode, before: XmlNode | null): XmlNode {
        const at = before === null ? -1 : this.children.indexOf(before);
        child.parent = this;
        this.children.splice(at < 0 ? this.children.length : at, 0, child);
        return child;
    }

    remove(child: XmlNode): boolean {
        const at = this.children.indexOf(child);
        if (at < 0) return false;
        this.children.splice(at, 1);
        child.parent = null;
        return true;
    }

    elements(): XmlNode[] {
        return this.children.filter((child) => child.kind === 'ELEMENT');
    }

    element(name: string, namespace: string | null): XmlNode | null {
        const wanted = namespace === '' ? null : namespace;
        return this.elements().find((child) => child.name === name && child.namespace === wanted) ?? null;
    }

    /** Text of a text node or comment; of an element its own text, without that of its elements. */
    text(): string {
        if (this.kind !== 'ELEMENT') return this.content;
        return this.children
            .filter((child) => child.kind === 'TEXT')
            .map((child) => child.content)
            .join('');
    }

    attribute(name: string, namespace: string | null): XmlAttribute | undefined {
        const wanted = namespace === '' ? null : namespace;
        return this.attributes.find((each) => each.name === name && each.namespace === wanted);
    }

    setAttribute(name: string, value: string, namespace: string | null = null): void {
        const existing = this.attribute(name, namespace);
        if (existing === undefined) {
            const prefix = namespace === null ? null : this.prefixFor(namespace);
            this.attributes.push({ name, namespace: namespace === '' ? null : namespace, prefix, value });
        } else {
            existing.value = value;
        }
    }

    removeAttribute(name: string, namespace: string | null): boolean {
        const found = this.attribute(name, namespace);
        if (found === undefined) return false;
        this.attributes.splice(this.attributes.indexOf(found), 1);
        return true;
    }

    namespaceFor(prefix: string): string | null {
        return this.declarations.get(prefix) ?? this.parent?.namespaceFor(prefix) ?? null;
    }

    prefixFor(namespace: string): string | null {
        for (const [prefix, declared] of this.declarations) if (declared === namespace) return prefix;
        return this.parent?.prefixFor(namespace) ?? null;
    }
}

defineBuiltIn('Dom.XmlNode', XmlNode);
