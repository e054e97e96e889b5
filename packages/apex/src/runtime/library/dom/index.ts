import { ApexList } from '../../collections/list.ts';
import { enumConstant } from '../../enums.ts';
import type { LibraryFunction, TypeLibrary } from '../../library.ts';
import { namedType } from '../../types-registry.ts';
import { XmlDocument } from '../../xml/document.ts';
import { XmlNode } from '../../xml/node.ts';
import { overloads } from '../overloads.ts';
import { nonNull } from '../receiver.ts';

function nodes(list: readonly XmlNode[]): ApexList {
    return ApexList.of(namedType('Dom.XmlNode'), list);
}

const attributeValue = (node: XmlNode, name: string, namespace: string | null): string | null =>
    node.attribute(name, namespace)?.value ?? null;

const insertBefore: LibraryFunction = (node: XmlNode, child: XmlNode, reference: XmlNode | null) =>
    node.insert(nonNull(child), reference);
const removeChild: LibraryFunction = (node: XmlNode, child: XmlNode) => node.remove(nonNull(child));

export const domLibraries: readonly TypeLibrary[] = [
    {
        type: 'Dom.Document',
        constructors: { 'new()': () => new XmlDocument() },
        methods: {
            'createRootElement(String,String,String)': (
                document: XmlDocument,
                name: string,
                namespace: string | null,
                prefix: string | null,
            ) => document.createRoot(nonNull(name), namespace, prefix),
            'getRootElement()': (document: XmlDocument) => document.root,
            'load(String)': (document: XmlDocument, text: string) => document.load(nonNull(text)),
            'toXmlString()': (document: XmlDocument) => document.toXml(),
        },
    },
    {
        type: 'Dom.XmlNode',
        methods: {
            'addChildElement(String,String,String)': (
                node: XmlNode,
                name: string,
                namespace: string | null,
                prefix: string | null,
            ) => node.append(XmlNode.element(nonNull(name), namespace, prefix)),
            'addCommentNode(String)': (node: XmlNode, content: string) =>
                node.append(new XmlNode('COMMENT', { content: nonNull(content) })),
            'addTextNode(String)': (node: XmlNode, content: string) =>
                node.append(new XmlNode('TEXT', { content: nonNull(content) })),
            'getAttribute(String,String)': attributeValue,
            'getAttributeCount()': (node: XmlNode) => node.attributes.length,
            'getAttributeKeyAt(Integer)': (node: XmlNode, index: number) => node.attributes[index]?.name ?? null,
            'getAttributeKeyNsAt(Integer)': (node: XmlNode, index: number) => node.attributes[index]?.namespace ?? null,
            'getAttributeValue(String,String)': attributeValue,
            'getAttributeValueNs(String,String)': (node: XmlNode, name: string, namespace: string | null) =>
                node.attribute(name, namespace)?.namespace ?? null,
            'getChildElement(String,String)': (node: XmlNode, name: string, namespace: string | null) =>
                node.element(name, namespace),
            'getChildElements()': (node: XmlNode) => nodes(node.elements()),
            'getChildren()': (node: XmlNode) => nodes(node.children),
            'getName()': (node: XmlNode) => node.name,
            'getNamespace()': (node: XmlNode) => node.namespace,
            'getNamespaceFor(String)': (node: XmlNode, prefix: string) => node.namespaceFor(prefix),
            'getNodeType()': (node: XmlNode) => enumConstant('Dom.XmlNodeType', node.kind),
            'getParent()': (node: XmlNode) => node.parent,
            'getPrefixFor(String)': (node: XmlNode, namespace: string) => node.prefixFor(namespace),
            'getText()': (node: XmlNode) => node.text(),
            ...overloads('Dom.XmlNode', 'insertBefore', insertBefore),
            'removeAttribute(String,String)': (node: XmlNode, name: string, namespace: string | null) =>
                node.removeAttribute(name, namespace),
            ...overloads('Dom.XmlNode', 'removeChild', removeChild),
            'setAttribute(String,String)': (node: XmlNode, name: string, value: string) =>
                node.setAttribute(nonNull(name), nonNull(value)),
            'setAttributeNs(String,String,String,String)': (
                node: XmlNode,
                name: string,
                value: string,
                namespace: string | null,
            ) => node.setAttribute(nonNull(name), nonNull(value), namespace),
            'setNamespace(String,String)': (node: XmlNode, prefix: string | null, namespace: string) => {
                nonNull(node).declarations.set(prefix ?? '', nonNull(namespace));
            },
        },
    },
];
