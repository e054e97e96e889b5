// What a Lightning web component imports from the platform is resolved by the org when it is deployed; here it is resolved before.
import { importsOf } from '../architecture/imports.ts';
import type { Fault } from '../gate.ts';
import { codeOf } from '../package-model/apex-text.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { closest } from './closest.ts';
import { whyUnresolved } from './resolve.ts';

const SCRIPT = /\/lwc\/[^/]+\/[^/]+\.js$/;
const TEMPLATE = /\/lwc\/[^/]+\/[^/]+\.html$/;
const CHILD_TAG = /<c-([a-z0-9-]+)/g;

export function checkComponents(model: PackageModel): Fault[] {
    return model.sources.flatMap((file) => {
        if (SCRIPT.test(file)) return checkScript(model, file);
        return TEMPLATE.test(file) ? checkTemplate(model, file) : [];
    });
}

function checkScript(model: PackageModel, file: string): Fault[] {
    return importsOf(model.read(file)).flatMap(({ specifier, line }) => {
        const message = whyUnknownModule(model, specifier);
        return message === undefined ? [] : [{ file, line, rule: 'unresolved-reference', message }];
    });
}

function whyUnknownModule(model: PackageModel, specifier: string): string | undefined {
    const [, scope = '', rest = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(specifier) ?? [];
    const own = new RegExp(`^(?:c|${model.namespace || 'c'})[./]`);
    const name = rest.replace(own, '');
    switch (scope) {
        case 'label':
            return own.test(rest) ? whyUnresolved(model, 'label', name, undefined) : undefined;
        case 'apex':
            return whyNoMethod(model, name);
        case 'schema':
            return whyNoSchema(model, rest);
        case 'customPermission':
            return whyUnresolved(model, 'custom permission', name, undefined);
        case 'resourceUrl':
            return model.find('StaticResource', name) === undefined ? `There is no static resource ${name}` : undefined;
        default:
            return specifier.startsWith('c/')
                ? whyUnresolved(model, 'component', specifier.slice(2), undefined)
                : undefined;
    }
}

function whyNoMethod(model: PackageModel, name: string): string | undefined {
    const [className = '', method = ''] = name.split('.');
    const source = model.apex.find((candidate) => candidate.name === className);
    if (source === undefined) return whyUnresolved(model, 'class', className, undefined);
    const declaration = new RegExp(`@AuraEnabled\\b[^;{}]*\\b${method}\\s*\\(`, 'i');
    return declaration.test(codeOf(source.text)) ? undefined : `${className} has no @AuraEnabled method ${method}`;
}

function whyNoSchema(model: PackageModel, name: string): string | undefined {
    const [object = '', field] = name.split('.');
    return (
        whyUnresolved(model, 'object', object, undefined) ??
        (field === undefined ? undefined : whyUnresolved(model, 'field', field, object))
    );
}

function checkTemplate(model: PackageModel, file: string): Fault[] {
    const text = model.read(file);
    return [...text.matchAll(CHILD_TAG)].flatMap((match) => {
        const name = (match[1] ?? '').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
        if (model.components.has(name)) return [];
        const line = text.slice(0, match.index).split('\n').length;
        const message = `There is no component ${name}${closest(name, model.components)}`;
        return [{ file, line, rule: 'unresolved-reference', message }];
    });
}
