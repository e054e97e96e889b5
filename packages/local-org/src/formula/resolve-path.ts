import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { relationshipNameOf } from '../schema/names.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';
import type { Compiled, FormulaScope } from './compiled.ts';
import { emptyValue, formulaTypeOf, valueReader } from './field-value.ts';
import { FormulaError } from './formula-error.ts';
import type { NameContext } from './name-context.ts';
import { resolveGlobal } from './resolve-global.ts';

/** Salesforce formulas reach ten relationships up. */
const MAXIMUM_STEPS = 10;

interface Step {
    /** Lookup on the object before. */
    readonly slot: number;
    readonly target: ObjectSchema;
}

/** @throws FormulaError `Field Foo__c does not exist. Check spelling.` */
export function resolvePath(path: string, position: number, context: NameContext): Compiled {
    if (path.startsWith('$')) return resolveGlobal(path, position, context);
    if (context.memory !== undefined) return context.memory.resolve(path, position);
    const names = path.split('.');
    const steps: Step[] = [];
    let object = context.object;
    for (const name of names.slice(0, -1)) {
        if (steps.length === 0 && isObjectName(name, object, context)) continue;
        const step = resolveStep(name, object, context, position);
        steps.push(step);
        object = step.target;
    }
    if (steps.length > MAXIMUM_STEPS)
        throw new FormulaError('UNSUPPORTED', `${path} crosses more than ${MAXIMUM_STEPS} relationships`, position);
    const last = names.at(-1) as string;
    const field = object.fieldIn(last, context.namespace);
    if (field === undefined)
        throw new FormulaError('UNKNOWN_NAME', `Field ${path} does not exist. Check spelling.`, position);
    return fieldReader(field, steps, context.blanksAsZero);
}

/** `Account.Name` in a formula of Account is its own name, where no relationship is called so. */
function isObjectName(name: string, object: ObjectSchema, { namespace, schema }: NameContext): boolean {
    return object.relationshipIn(name, namespace) === undefined && schema.object(name, namespace) === object;
}

function resolveStep(name: string, object: ObjectSchema, { namespace, schema }: NameContext, position: number): Step {
    const [relationship = '', targetName] = name.split(':');
    const lookup = object.relationshipIn(relationship, namespace) ?? lookupNamed(object, relationship, namespace);
    if (lookup === undefined)
        throw new FormulaError('UNKNOWN_NAME', `Field ${name} does not exist. Check spelling.`, position);
    const wanted = targetName === undefined || targetName === 'Queue' ? undefined : targetName;
    const preferred = lookup.referenceTo.includes('User') && targetName === undefined ? 'User' : lookup.referenceTo[0];
    const target = schema.object(wanted ?? (targetName === 'Queue' ? 'Group' : (preferred ?? '')), namespace);
    if (target === undefined)
        throw new FormulaError('UNKNOWN_NAME', `Field ${name} does not exist. Check spelling.`, position);
    return { slot: lookup.slot, target };
}

function lookupNamed(object: ObjectSchema, relationship: string, namespace: string): FieldSchema | undefined {
    return object.fields.find(
        ({ type, name, localName }) =>
            type === 'reference' &&
            [relationshipNameOf(name), relationshipNameOf(localName)].some(
                (one) => one.toLowerCase() === relationship.toLowerCase(),
            ) &&
            (namespace === '' || name.startsWith(namespace) || !name.includes('__')),
    );
}

function fieldReader(field: FieldSchema, steps: readonly Step[], blanksAsZero: boolean): Compiled {
    const type = formulaTypeOf(field);
    const read = valueReader(field, type, blanksAsZero);
    const evaluate =
        steps.length === 0
            ? ({ row, environment }: FormulaScope) => read(row, environment)
            : (scope: FormulaScope) => {
                  const row = follow(steps, scope);
                  return row === undefined ? emptyValue(type, blanksAsZero) : read(row, scope.environment);
              };
    return { type, evaluate, field, own: steps.length === 0 };
}

function follow(steps: readonly Step[], { row, environment }: FormulaScope): StoredRow | undefined {
    let current: StoredRow | undefined = row;
    for (const { slot, target } of steps) {
        const id: StoredValue = current?.[slot];
        if (typeof id !== 'string') return undefined;
        const actual = environment.objectOfId(id);
        if (actual !== target) return undefined;
        current = environment.row(target, id);
    }
    return current;
}
