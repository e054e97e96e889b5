import { ApexEnumConstant } from '../enums.ts';
import { supertypesOf } from '../supertypes.ts';
import { typeOfObject } from '../supertypes.ts';
import type { ClassDescriptor, FieldDescriptor, MethodDescriptor, RuntimeType } from '../types.ts';

/** What the emitter writes for each type; `link` is called once all types exist. */
export interface DescriptorSpecification {
    readonly kind: 'class' | 'interface' | 'enum';
    readonly name: string;
    readonly namespace: string;
    readonly simpleName: string;
    readonly outerName: string | null;
    readonly visibility: 'private' | 'public' | 'global';
    readonly abstract: boolean;
    readonly virtual: boolean;
    readonly sharing: 'with' | 'without' | 'inherited' | null;
    readonly isTest: boolean;
    readonly annotations: ClassDescriptor['annotations'];
    readonly constantNames?: readonly string[];
    readonly implementation?: new () => object;
    readonly hasDefaultConstructor: boolean;
    link(): {
        readonly superclass: RuntimeType | null;
        readonly interfaces: readonly RuntimeType[];
        readonly fields: readonly FieldDescriptor[];
        readonly methods: readonly MethodDescriptor[];
    };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A class, interface or enum of a program: its JavaScript class and its descriptor, completed in two steps. */
export class ProgramClass {
    readonly implementation: object | null;
    #descriptor: Mutable<ClassDescriptor> | null = null;
    #specification: DescriptorSpecification | null = null;

    constructor(implementation: object | null) {
        this.implementation = implementation;
    }

    get descriptor(): ClassDescriptor {
        if (this.#descriptor === null) throw new Error('A class was used before it was described.');
        return this.#descriptor;
    }

    get constants(): readonly unknown[] {
        return this.descriptor.constants ?? [];
    }

    describe(specification: DescriptorSpecification): void {
        const { link: _link, implementation, hasDefaultConstructor, constantNames, ...plain } = specification;
        const descriptor: Mutable<ClassDescriptor> = {
            ...plain,
            arguments: [],
            superclass: null,
            interfaces: [],
            fields: [],
            methods: [],
            isInstance: (value) => isInstance(value, descriptor),
        };
        if (implementation !== undefined) {
            Object.defineProperty(implementation.prototype, '$type', { value: descriptor });
            // abstract classes too: stubs are objects of them
            descriptor.allocate = () => new implementation();
            if (hasDefaultConstructor) descriptor.construct = () => (new implementation() as { new$(): object }).new$();
        }
        if (constantNames !== undefined) {
            descriptor.constants = constantNames.map(
                (name, ordinal) => new ApexEnumConstant(descriptor, name, ordinal),
            );
        }
        this.#descriptor = descriptor;
        this.#specification = specification;
    }

    link(): void {
        if (this.#specification === null || this.#descriptor === null) return;
        Object.assign(this.#descriptor, this.#specification.link());
        this.#specification = null;
    }
}

function isInstance(value: unknown, type: ClassDescriptor): boolean {
    if (typeof value !== 'object' || value === null) return false;
    if (value instanceof ApexEnumConstant) return value.$type === type;
    const own = typeOfObject(value);
    return own !== null && (own === type || supertypesOf(own).has(type.name.toLowerCase()));
}
