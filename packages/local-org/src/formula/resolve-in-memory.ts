import type { ClassDescriptor, RuntimeType, SObject } from '@sw-studio/apex/runtime';
import { toStoredValue } from '../rows/apex-value.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { Compiled, FormulaType } from './compiled.ts';
import { emptyValue, formulaTypeOf, storedAsSeen } from './field-value.ts';
import { FormulaError } from './formula-error.ts';

/** A name, looked up in the type of what stands before it. */
interface Step {
    readonly type: RuntimeType;
    read(owner: unknown): unknown;
}

/** The names of a formula that is evaluated against a record or an object in memory: nothing is queried. */
export class MemoryNames {
    private readonly root: RuntimeType;
    private readonly schema: OrgSchema;
    private readonly blanksAsZero: boolean;

    constructor(root: RuntimeType, schema: OrgSchema, blanksAsZero: boolean) {
        this.root = root;
        this.schema = schema;
        this.blanksAsZero = blanksAsZero;
    }

    /** @throws FormulaError `Field foo does not exist. Check spelling.` */
    resolve(path: string, position: number): Compiled {
        const names = path.split('.');
        const last = names.pop() as string;
        const missing = (): never => {
            throw new FormulaError('UNKNOWN_NAME', `Field ${path} does not exist. Check spelling.`, position);
        };
        const steps: Step[] = [];
        let type = this.root;
        for (const name of names) {
            const step = this.step(type, name) ?? missing();
            steps.push(step);
            type = step.type;
        }
        const owner = (context: unknown): unknown =>
            steps.reduce((value, step) => (value === null ? null : step.read(value)), context);
        return this.value(type, last, owner) ?? missing();
    }

    private step(type: RuntimeType, name: string): Step | undefined {
        if (type.kind !== 'sobject') return propertyOf(type, name);
        const [relationship = '', wanted] = name.split(':');
        const lookup = this.object(type)?.relationshipIn(relationship, '');
        const target = this.schema.object(wanted ?? lookup?.referenceTo[0] ?? '', '');
        if (lookup === undefined || target === undefined) return undefined;
        const key = (lookup.relationshipName ?? relationship).toLowerCase();
        return { type: typeOf(target), read: (record) => (record as SObject).parents?.get(key) ?? null };
    }

    private value(type: RuntimeType, name: string, owner: (context: unknown) => unknown): Compiled | undefined {
        const field = type.kind === 'sobject' ? this.object(type)?.fieldIn(name, '') : undefined;
        if (field !== undefined) return this.ofField(field, owner);
        const property = type.kind === 'sobject' ? undefined : propertyOf(type, name);
        const formulaType = property === undefined ? undefined : FORMULA_TYPES[property.type.name.toLowerCase()];
        if (property === undefined || formulaType === undefined) return undefined;
        return this.read(formulaType, (context) => {
            const found = owner(context);
            // a long text keeps its blanks
            return found === null ? null : toStoredValue('textarea', property.read(found));
        });
    }

    private ofField(field: FieldSchema, owner: (context: unknown) => unknown): Compiled {
        return this.read(formulaTypeOf(field), (context) => {
            const record = owner(context) as SObject | null;
            return storedAsSeen(field, toStoredValue(field.type, record?.values[field.slot]));
        });
    }

    private read(type: FormulaType, read: (context: unknown) => StoredValue): Compiled {
        const empty = emptyValue(type, this.blanksAsZero);
        return { type, evaluate: ({ memory }) => read(memory) ?? empty };
    }

    private object(type: RuntimeType): ObjectSchema | undefined {
        return this.schema.object(type.name, '');
    }
}

const FORMULA_TYPES: Readonly<Record<string, FormulaType>> = {
    string: 'text',
    id: 'text',
    integer: 'number',
    long: 'number',
    double: 'number',
    decimal: 'number',
    boolean: 'boolean',
    date: 'date',
    datetime: 'datetime',
    time: 'time',
};

/** A global field or property of a class or of what it extends. */
function propertyOf(type: RuntimeType | null, name: string): Step | undefined {
    if (type?.kind !== 'class') return undefined;
    const { fields, superclass } = type as ClassDescriptor;
    const field = fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (field === undefined) return propertyOf(superclass, name);
    if (field.visibility !== 'global' || field.static) return undefined;
    return { type: field.type, read: (owner) => field.get(owner) };
}

/** Only its kind and name are asked for. */
function typeOf(object: ObjectSchema): RuntimeType {
    return { kind: 'sobject', name: object.name, arguments: [], isInstance: () => true };
}
