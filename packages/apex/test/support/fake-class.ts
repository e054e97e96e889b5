import { ApexObject } from '../../src/runtime/object.ts';
import { anyType } from '../../src/runtime/types-registry.ts';
import { supertypesOf, typeOfObject } from '../../src/runtime/supertypes.ts';
import type { ClassDescriptor, FieldDescriptor, MethodDescriptor, RuntimeType } from '../../src/runtime/types.ts';

type Instance = ApexObject & Record<string, unknown>;

interface FakeField {
    readonly type?: RuntimeType;
    readonly transient?: boolean;
    readonly initial?: unknown;
}

interface FakeMethod {
    readonly key: string;
    readonly parameterTypes?: readonly RuntimeType[];
    readonly parameterNames?: readonly string[];
    readonly returnType?: RuntimeType | null;
    readonly visibility?: MethodDescriptor['visibility'];
    body?(this: Instance, ...values: unknown[]): unknown;
}

interface FakeClassOptions {
    readonly namespace?: string;
    readonly kind?: 'class' | 'interface';
    readonly abstract?: boolean;
    readonly superclass?: FakeClass;
    readonly interfaces?: readonly RuntimeType[];
    readonly fields?: Readonly<Record<string, FakeField>>;
    readonly methods?: Readonly<Record<string, FakeMethod>>;
}

export interface FakeClass {
    readonly type: ClassDescriptor;
    readonly implementation: new () => Instance;
    create(values?: Readonly<Record<string, unknown>>): Instance;
}

/** A class as the compiler would emit it: `fakeClass('Outer.Inner', { fields: { total: {} } })`. */
export function fakeClass(name: string, options: FakeClassOptions = {}): FakeClass {
    const { fields = {}, methods = {}, superclass, namespace = '' } = options;
    const Base = (superclass?.implementation ?? ApexObject) as new () => Instance;
    const implementation = class extends Base {
        constructor() {
            super();
            const values = this as unknown as Record<string, unknown>;
            for (const [field, { initial = null }] of Object.entries(fields)) values[field] = initial;
        }
    };
    for (const { key, body } of Object.values(methods)) {
        if (body) Object.defineProperty(implementation.prototype, key, { value: body, configurable: true });
    }
    const dot = name.lastIndexOf('.');
    const type: ClassDescriptor = {
        kind: options.kind ?? 'class',
        name,
        namespace,
        simpleName: name.slice(dot + 1),
        outerName: dot < 0 ? null : name.slice(0, dot),
        visibility: 'public',
        abstract: options.abstract ?? false,
        virtual: true,
        sharing: null,
        isTest: false,
        annotations: [],
        arguments: [],
        superclass: superclass?.type ?? null,
        interfaces: options.interfaces ?? [],
        fields: Object.entries(fields).map(([field, given]) => fieldDescriptor(field, given)),
        methods: Object.entries(methods).map(([method, given]) => methodDescriptor(method, given)),
        isInstance: (value) => {
            const own = typeof value === 'object' && value !== null ? typeOfObject(value) : null;
            return own !== null && supertypesOf(own).has(name.toLowerCase());
        },
        allocate: () => new implementation(),
        construct: () => new implementation(),
    };
    Object.defineProperty(implementation.prototype, '$type', { value: type });
    return {
        type,
        implementation: implementation,
        create: (values = {}) => Object.assign(new implementation() as Instance, values),
    };
}

function fieldDescriptor(name: string, { type = anyType, transient = false }: FakeField): FieldDescriptor {
    return {
        name,
        type,
        static: false,
        transient,
        visibility: 'public',
        annotations: [],
        stored: true,
        get: (object) => (object as Instance)[name],
        set: (object, value) => {
            (object as Instance)[name] = value;
        },
    };
}

function methodDescriptor(name: string, given: FakeMethod): MethodDescriptor {
    return {
        name,
        key: given.key,
        static: false,
        visibility: given.visibility ?? 'public',
        parameterNames: given.parameterNames ?? [],
        parameterTypes: given.parameterTypes ?? [],
        returnType: given.returnType ?? null,
        annotations: [],
    };
}
