import type { Fault } from '../gate.ts';
import type { MetadataFile } from '../package-model/metadata-file.ts';
import type { XmlElement } from '../package-model/xml.ts';
import { closest } from './closest.ts';
import { elementsOf } from './schema.ts';
import type { ElementType, MetadataSchema } from './schema.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** In the types this is base64 text; in a file it is XML whose form depends on the target. */
const FREE_FORM = new Set(['LightningComponentBundle/targetConfigs']);

/** Every element of a file against its type: known, of the right kind, not repeated where it may not be, and present where it must. */
export function checkElements(schema: MetadataSchema, { file, root }: MetadataFile): Fault[] {
    const faults: Fault[] = [];
    const report = (line: number, rule: string, message: string): void =>
        void faults.push({ file, line, rule, message });
    if (elementsOf(schema, root.name) === undefined) {
        const likely = closest(root.name, Object.keys(schema.types));
        report(root.line, 'unknown-type', `There is no metadata type ${root.name}${likely}`);
        return faults;
    }
    if (root.attributes['xmlns'] !== NAMESPACE) report(root.line, 'wrong-namespace', `xmlns must be ${NAMESPACE}`);
    checkChildren(schema, root, root.name, report);
    return faults;
}

type Report = (line: number, rule: string, message: string) => void;

function checkChildren(schema: MetadataSchema, element: XmlElement, type: string, report: Report): void {
    const known = elementsOf(schema, type) ?? {};
    if (element.text !== '') report(element.line, 'stray-text', `Text in <${element.name}>, which holds elements`);
    const seen = new Map<string, number>();
    element.children.forEach((child, index) => {
        const expected = known[child.name];
        const before = seen.get(child.name);
        seen.set(child.name, index);
        if (expected === undefined) {
            const likely = closest(child.name, Object.keys(known));
            report(child.line, 'unknown-element', `<${child.name}> is no element of ${type}${likely}`);
            return;
        }
        if (before !== undefined && !expected.repeats)
            report(child.line, 'repeated-element', `<${child.name}> may be there once`);
        // The API refuses these with "Element ... is duplicated at this location".
        if (before !== undefined && before !== index - 1) {
            report(child.line, 'scattered-element', `All <${child.name}> must follow each other`);
        }
        if (!FREE_FORM.has(`${type}/${child.name}`)) checkValue(schema, child, expected, report);
    });
    for (const [name, { required }] of Object.entries(known)) {
        if (required && !seen.has(name)) report(element.line, 'missing-element', `<${element.name}> needs <${name}>`);
    }
}

function checkValue(schema: MetadataSchema, element: XmlElement, expected: ElementType, report: Report): void {
    const { name, line, text, children } = element;
    if (schema.types[expected.type] !== undefined) return checkChildren(schema, element, expected.type, report);
    const [nested] = children;
    if (nested !== undefined) return report(nested.line, 'wrong-kind', `<${name}> holds text, not elements`);
    const values = expected.values ?? schema.enumerations[expected.type];
    if (values != null && !values.includes(text)) {
        report(line, 'unknown-value', `"${text}" is no value of <${name}>${closest(text, values)}`);
    } else if (expected.type === 'boolean' && !/^(?:true|false)$/.test(text)) {
        report(line, 'wrong-kind', `<${name}> is true or false, not "${text}"`);
    } else if (expected.type === 'number' && !/^-?\d+(?:\.\d+)?$/.test(text)) {
        report(line, 'wrong-kind', `<${name}> is a number, not "${text}"`);
    }
}
