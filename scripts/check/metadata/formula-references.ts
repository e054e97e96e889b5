import { fieldExists, objectExists, targetOf } from '../package-model/objects.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { whyUnresolved } from './resolve.ts';

const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\//g;
const NAME = /\$?[A-Za-z_]\w*(?:(?:\.|:)[A-Za-z_]\w*)*(?!\s*\(|\w)/g;
const WORDS = new Set(['TRUE', 'FALSE', 'NULL', 'AND', 'OR', 'NOT']);

export interface FormulaFault {
    /** Lines below the line where the formula starts. */
    offset: number;
    message: string;
}

/** Names in a formula of `object` that mean nothing. Values of picklists and texts are quoted, so every other name is a reference. */
export function unresolvedNames(model: PackageModel, object: string, formula: string): FormulaFault[] {
    const code = formula.replace(TEXT, (text) => text.replace(/[^\n]/g, ' '));
    return [...code.matchAll(NAME)].flatMap((match) => {
        const message = whyUnknown(model, object, match[0]);
        if (message === undefined) return [];
        return [{ offset: code.slice(0, match.index).split('\n').length - 1, message }];
    });
}

function whyUnknown(model: PackageModel, object: string, name: string): string | undefined {
    if (WORDS.has(name.toUpperCase())) return undefined;
    const segments = name.split(/[.:]/);
    const [first = '', second = '', third = ''] = segments;
    switch (first) {
        case '$Label':
            return whyUnresolved(model, 'label', second, undefined);
        case '$Permission':
            return whyUnresolved(model, 'custom permission', second, undefined);
        case '$Setup':
            return objectExists(model, second)
                ? whyUnresolved(model, 'field', third, second)
                : `There is no custom setting ${second}`;
        case '$CustomMetadata':
            return objectExists(model, second)
                ? whyUnresolved(model, 'field', segments[3] ?? 'DeveloperName', second)
                : `There is no custom metadata type ${second}`;
        default:
            return first.startsWith('$') ? undefined : whyNoPath(model, object, segments);
    }
}

/** Follows relationships from field to field; stops, content, at a standard relationship, whose target is not known here. */
function whyNoPath(model: PackageModel, object: string, segments: readonly string[]): string | undefined {
    let at = object;
    for (const relationship of segments.slice(0, -1)) {
        if (!relationship.endsWith('__r')) return undefined;
        const lookup = relationship.replace(/__r$/, '__c');
        const target = targetOf(model, at, lookup);
        if (target === undefined) return `There is no relationship ${relationship} on ${at}`;
        at = target;
    }
    const field = segments.at(-1) ?? '';
    return fieldExists(model, at, field) ? undefined : whyUnresolved(model, 'field', field, at);
}
