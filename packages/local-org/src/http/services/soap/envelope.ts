import { XMLBuilder } from 'fast-xml-parser';
import type { XmlElement } from '../../../metadata/model.ts';
import { element, parseXml, text } from '../../../metadata/xml.ts';
import { soapErrors } from './errors.ts';

/** Namespaces of the SOAP APIs. */
export const NAMESPACES = {
    partner: 'urn:partner.soap.sforce.com',
    enterprise: 'urn:enterprise.soap.sforce.com',
    apex: 'http://soap.sforce.com/2006/08/apex',
    metadata: 'http://soap.sforce.com/2006/04/metadata',
} as const;

export type SoapNamespace = keyof typeof NAMESPACES;

export interface SoapCall {
    /** Name of the element in the body: `executeAnonymous`. */
    readonly operation: string;
    readonly parameters: XmlElement;
    readonly header: XmlElement;
    /** null: no session header. */
    readonly sessionId: string | null;
}

/** What an answer is built of: text, elements by name, lists of them; null is `xsi:nil`. */
export type SoapValue =
    string | number | boolean | null | readonly SoapValue[] | { readonly [name: string]: SoapValue };

const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
});

/** @throws SoapFault for what is no SOAP message */
export function readEnvelope(message: string): SoapCall {
    const envelope = withoutPrefixes(parsed(message));
    const header = element(envelope, 'Header') ?? {};
    const body = element(envelope, 'Body') ?? {};
    const [operation, value] = Object.entries(body).find(([name]) => !name.startsWith('@')) ?? [];
    if (operation === undefined) throw soapErrors.noOperation();
    const parameters = typeof value === 'object' && !Array.isArray(value) ? (value as XmlElement) : {};
    const session = element(header, 'SessionHeader');
    return { operation, parameters, header, sessionId: session === undefined ? null : text(session, 'sessionId') };
}

export function writeEnvelope(namespace: SoapNamespace, body: SoapValue, header: SoapValue = null): string {
    const envelope = {
        '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
        'soapenv:Envelope': {
            '@xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
            '@xmlns': NAMESPACES[namespace],
            '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
            ...(header !== null && { 'soapenv:Header': withNils(header) }),
            'soapenv:Body': withNils(body),
        },
    };
    return builder.build(envelope);
}

function parsed(message: string): XmlElement {
    try {
        return parseXml(message).root;
    } catch (cause) {
        throw soapErrors.malformed(cause instanceof Error ? cause.message : String(cause));
    }
}

/** Clients choose their prefixes freely; names mean the same without them here. */
function withoutPrefixes<Value>(value: Value): Value {
    if (Array.isArray(value)) return value.map(withoutPrefixes) as Value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]: [string, unknown]) => {
        return [name.startsWith('@') ? name : name.slice(name.indexOf(':') + 1), withoutPrefixes(inner)] as const;
    });
    return Object.fromEntries(entries) as Value;
}

function withNils(value: SoapValue): unknown {
    if (value === null) return { '@xsi:nil': 'true' };
    if (Array.isArray(value)) return value.map(withNils);
    if (typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withNils(inner)]));
}
