import {
    ApexList,
    ApexObject,
    boxFrom,
    type ClassDescriptor,
    type FieldDescriptor,
    type RuntimeType,
    SObject,
    serialize,
} from '@sw-studio/apex/runtime';
import { annotationOf, argumentOf } from '../annotations.ts';
import { fromJson } from '../json-value.ts';

/** One call of an action among those that one invocation bundles: values by the names of inputs. */
export type ActionInput = Readonly<Record<string, unknown>>;

/** An input that an action requires is missing; the sentence is the platform's. */
export class MissingInputError extends Error {
    constructor(name: string) {
        super(`Missing required input parameter: ${name}`);
    }
}

/**
 * What a bundle of calls gives the method: a list with one element per call, which is the value of the only input, or an object
 * whose `@InvocableVariable` members are the inputs (Apex Developer Guide, "InvocableMethod Annotation").
 *
 * @throws System.JSONException for what an input cannot hold
 */
export function inputList(parameterName: string, type: RuntimeType, inputs: readonly ActionInput[]): ApexList {
    const element = type.arguments[0] as RuntimeType;
    const variables = variablesOf(element);
    const items = inputs.map((input) => {
        if (variables.length > 0) return objectOf(element as ClassDescriptor, variables, input);
        const value = input[parameterName] ?? Object.values(input)[0];
        return boxFrom(fromJson(value, element), element);
    });
    return new ApexList(element, items);
}

/** What a method answered to each call, by the names of outputs; null for a void method. */
export function outputOf(value: unknown): Readonly<Record<string, unknown>> {
    if (!(value instanceof ApexObject)) return { output: plainValue(value) };
    const variables = variablesOf(value.$type);
    return Object.fromEntries(
        variables.map((field) => [field.name, plainValue(boxFrom(field.get(value) ?? null, field.type))]),
    );
}

function objectOf(type: ClassDescriptor, variables: readonly FieldDescriptor[], input: ActionInput): unknown {
    const object = type.construct?.() ?? type.allocate?.();
    for (const field of variables) {
        const required = argumentOf(annotationOf(field.annotations, 'invocablevariable'), 'required') === true;
        const value = input[field.name];
        if (required && (value === undefined || value === null)) throw new MissingInputError(field.name);
        if (value !== undefined) field.set?.(object, fromJson(value, field.type));
    }
    return object;
}

function variablesOf(type: RuntimeType): readonly FieldDescriptor[] {
    const { superclass, fields = [] } = type as Partial<ClassDescriptor>;
    const own = fields.filter(({ annotations }) => annotationOf(annotations, 'invocablevariable') !== undefined);
    return superclass ? [...variablesOf(superclass), ...own] : own;
}

function plainValue(value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (value instanceof ApexList || value instanceof SObject) return JSON.parse(serialize(value)) as unknown;
    if (value instanceof ApexObject) return outputOf(value);
    return JSON.parse(serialize(value)) as unknown;
}
