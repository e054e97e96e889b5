import type { Annotation } from '../../syntax/ast.ts';
import type { DeclaredElement, ElementKind, Reporter } from './element.ts';
import { ANNOTATION_RULES } from './modifier-rules.ts';
import { checkRestUrl } from './rest-url.ts';

interface Property {
    readonly type: 'String' | 'Boolean';
    /** Elsewhere it is refused although the annotation may stand there. */
    readonly on?: readonly ElementKind[];
    readonly values?: readonly string[];
}

const BOOLEAN: Property = { type: 'Boolean' };
const STRING: Property = { type: 'String' };
const JSON_CONTROL: Property = { type: 'String', values: ['never', 'samePackage', 'sameNamespace', 'always'] };

/** By annotation and property, in lower case. An annotation that is not listed takes none. */
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
    auraenabled: {
        cacheable: { type: 'Boolean', on: ['methods'] },
        continuation: BOOLEAN,
        scope: { type: 'String', values: ['global'] },
        translatable: BOOLEAN,
    },
    future: { callout: BOOLEAN, delay: STRING, limits: STRING },
    httpget: { urlmapping: STRING },
    invocablemethod: {
        callout: BOOLEAN,
        capabilitytype: STRING,
        category: STRING,
        configuration: STRING,
        configurationeditor: STRING,
        description: STRING,
        iconname: STRING,
        label: STRING,
    },
    invocablevariable: {
        defaultvalue: STRING,
        description: STRING,
        label: STRING,
        placeholdertext: STRING,
        required: BOOLEAN,
    },
    istest: {
        critical: BOOLEAN,
        isparallel: { type: 'Boolean', on: ['classes'] },
        oninstall: BOOLEAN,
        seealldata: BOOLEAN,
        testfor: STRING,
    },
    jsonaccess: { deserializable: JSON_CONTROL, serializable: JSON_CONTROL },
    readonly: { usereplica: STRING },
    remoteaction: { callout: BOOLEAN },
    restresource: { urlmapping: STRING },
    suppresswarnings: { value: STRING },
    testsetup: { oninstall: BOOLEAN },
};

/** Combinations of two properties of one annotation that exclude each other. */
const EXCLUSIVE: readonly { annotation: string; first: string; second: string; when: (first: unknown) => boolean }[] = [
    { annotation: 'auraenabled', first: 'cacheable', second: 'scope', when: (cacheable) => cacheable !== true },
    {
        annotation: 'invocablevariable',
        first: 'required',
        second: 'defaultValue',
        when: (required) => required === true,
    },
];

/** Checks what stands in the parentheses of the annotations of one declaration. */
export function checkAnnotationProperties(element: DeclaredElement, scope: Reporter): void {
    for (const annotation of element.modifiers.annotations) {
        const rule = ANNOTATION_RULES[annotation.name.toLowerCase()];
        if (rule !== undefined) checkProperties(annotation, rule.name, element, scope);
    }
}

function checkProperties(annotation: Annotation, name: string, element: DeclaredElement, scope: Reporter): void {
    const lower = name.toLowerCase();
    const known = PROPERTIES[lower] ?? {};
    for (const argument of annotation.arguments) {
        const property = known[argument.name.toLowerCase()];
        if (property === undefined) {
            scope.error(annotation, `No such property, ${argument.name}, defined on this annotation: ${name}`);
        } else if (property.on?.includes(element.kind) === false) {
            scope.error(
                annotation,
                `Annotation property, ${argument.name} on ${name}, is not allowed on ${element.kind}`,
            );
        } else if (property.type === 'String' && typeof argument.value !== 'string') {
            scope.error(annotation, `Invalid value for property ${argument.name} expected type String`);
        } else if (property.values !== undefined && !isOneOf(property.values, argument.value)) {
            scope.error(
                annotation,
                `Annotation property, ${argument.name} on ${name}, unknown value: ${String(argument.value)}`,
            );
        }
    }
    checkRequired(annotation, lower, scope);
    checkExclusive(annotation, name, scope);
}

function isOneOf(values: readonly string[], value: string | boolean): boolean {
    return values.some((each) => each.toLowerCase() === String(value).toLowerCase());
}

function checkRequired(annotation: Annotation, lower: string, scope: Reporter): void {
    if (lower === 'jsonaccess') {
        const names = Object.keys(PROPERTIES['jsonaccess'] ?? {});
        if (!annotation.arguments.some(({ name }) => names.includes(name.toLowerCase()))) {
            scope.error(annotation, 'At least one JSON serialization control parameter must be specified');
        }
    }
    if (lower === 'restresource') {
        const url = propertyOf(annotation, 'urlMapping');
        if (url === undefined) scope.error(annotation, 'Required property is missing: urlMapping');
        else if (typeof url === 'string') checkRestUrl(url, annotation, scope);
    }
}

function checkExclusive(annotation: Annotation, name: string, scope: Reporter): void {
    for (const { annotation: lower, first, second, when } of EXCLUSIVE) {
        if (lower !== name.toLowerCase() || propertyOf(annotation, second) === undefined) continue;
        if (when(propertyOf(annotation, first))) {
            scope.error(annotation, `Invalid combination of values for properties ${first} and ${second} on ${name}`);
        }
    }
}

/** The value of a property, whatever the case of its name; undefined where it is not written. */
export function propertyOf(annotation: Annotation, name: string): string | boolean | undefined {
    return annotation.arguments.find((argument) => argument.name.toLowerCase() === name.toLowerCase())?.value;
}
