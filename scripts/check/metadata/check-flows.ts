// A flow that names what does not exist is accepted as a draft and fails when it runs.
import type { Fault } from '../gate.ts';
import type { MetadataFile } from '../package-model/metadata-file.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childOf, childrenOf, textOf } from '../package-model/xml.ts';
import type { XmlElement } from '../package-model/xml.ts';
import type { ReferenceKind } from './reference-rules.ts';
import { whyUnresolved } from './resolve.ts';

const RECORD_ELEMENTS = ['start', 'recordLookups', 'recordCreates', 'recordUpdates', 'recordDeletes'];
const TRIGGERING_RECORD = /^\$Record(?:__Prior)?\.(\w+)$/;

export function checkFlow(model: PackageModel, { file, type, root }: MetadataFile): Fault[] {
    if (type !== 'Flow') return [];
    const faults: Fault[] = [];
    const report = (element: XmlElement, rule: string, message: string | undefined): void => {
        if (message !== undefined) faults.push({ file, line: element.line, rule, message });
    };
    const check = (element: XmlElement | undefined, kind: ReferenceKind, object?: string): void => {
        if (element !== undefined)
            report(element, 'unresolved-reference', whyUnresolved(model, kind, element.text, object));
    };

    const names = new Set(root.children.map((element) => textOf(element, 'name')));
    for (const target of descendants(root, 'targetReference')) {
        const message = names.has(target.text) ? undefined : `The flow has no element ${target.text} to go to`;
        report(target, 'unresolved-connector', message);
    }
    for (const element of RECORD_ELEMENTS.flatMap((name) => childrenOf(root, name))) {
        const object = textOf(element, 'object');
        if (object === '') continue;
        check(childOf(element, 'object'), 'object');
        for (const part of ['filters', 'inputAssignments']) {
            for (const field of childrenOf(element, part)) check(childOf(field, 'field'), 'field', object);
        }
        for (const field of childrenOf(element, 'queriedFields')) check(field, 'field', object);
    }
    for (const call of childrenOf(root, 'actionCalls')) {
        if (textOf(call, 'actionType') === 'apex') check(childOf(call, 'actionName'), 'class');
        if (textOf(call, 'actionType') === 'flow') check(childOf(call, 'actionName'), 'flow');
    }
    for (const subflow of childrenOf(root, 'subflows')) check(childOf(subflow, 'flowName'), 'flow');

    const triggeringObject = textOf(childOf(root, 'start') ?? root, 'object');
    for (const reference of triggeringObject === '' ? [] : descendants(root, 'elementReference')) {
        const field = TRIGGERING_RECORD.exec(reference.text)?.[1];
        if (field !== undefined) check({ ...reference, text: field }, 'field', triggeringObject);
    }
    return faults;
}

function descendants(element: XmlElement, name: string): XmlElement[] {
    return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}
