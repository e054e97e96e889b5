import type { XmlNode } from './node.ts';

export function printXml(root: XmlNode | null): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${root === null ? '' : printNode(root)}`;
}

function printNode(node: XmlNode): string {
    if (node.kind === 'TEXT') return escapeText(node.content);
    if (node.kind === 'COMMENT') return `<!--${node.content}-->`;
    const name = qualified(node.prefix, node.name ?? '');
    const attributes = node.attributes.map(
        (each) => ` ${qualified(each.prefix, each.name)}="${escapeAttribute(each.value)}"`,
    );
    const start = `<${name}${declarationsOf(node)}${attributes.join('')}`;
    if (node.children.length === 0) return `${start}/>`;
    return `${start}>${node.children.map(printNode).join('')}</${name}>`;
}

/** Those that an enclosing element declares alike are not repeated. */
function declarationsOf(node: XmlNode): string {
    return [...node.declarations]
        .filter(([prefix, namespace]) => node.parent?.namespaceFor(prefix) !== namespace)
        .map(([prefix, namespace]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`)
        .join('');
}

function qualified(prefix: string | null, name: string): string {
    return prefix ? `${prefix}:${name}` : name;
}

export function escapeText(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(text: string): string {
    return escapeText(text).replaceAll('"', '&quot;');
}
