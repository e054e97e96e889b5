/**
 * Types as they exist at run time: what casts, `instanceof`, `Type.forName`, JSON and collections ask.
 *
 * Representation of values (the whole runtime relies on it):
 *
 * | Apex                  | JavaScript                                                              |
 * | --------------------- | ----------------------------------------------------------------------- |
 * | null                  | `null`, never `undefined`                                               |
 * | Integer               | number, always an int32                                                 |
 * | Long                  | bigint, always an int64                                                 |
 * | Double                | number where the static type is Double; `BoxedDouble` in any slot whose |
 * |                       | static type is Object or a collection element                           |
 * | Decimal               | `Decimal` (unscaled value and scale, as java.math.BigDecimal)           |
 * | String, Id            | string (an Id always in its 18 character form)                          |
 * | Boolean               | boolean                                                                 |
 * | Date, Datetime, Time  | `ApexDate`, `ApexDatetime`, `ApexTime` (immutable)                      |
 * | Blob                  | `ApexBlob`                                                              |
 * | List, Set, Map        | `ApexList`, `ApexSet`, `ApexMap`                                        |
 * | sObject               | `SObject`                                                               |
 * | enum constant         | `ApexEnumConstant` (one object per constant)                            |
 * | object of a class     | instance of the emitted JavaScript class, a subclass of `ApexObject`    |
 * | exception             | instance of a subclass of `ApexException`                               |
 *
 * So a value in an Object slot always knows what it is: number is Integer, bigint is Long.
 */
export type RuntimeTypeKind = 'any' | 'primitive' | 'sobject' | 'list' | 'set' | 'map' | 'class' | 'interface' | 'enum';

export interface RuntimeType {
    readonly kind: RuntimeTypeKind;
    /** As Apex prints it: `List<String>`, `Account`, `Outer.Inner`, `ns.Foo`. */
    readonly name: string;
    readonly arguments: readonly RuntimeType[];
    /** False for null. */
    isInstance(value: unknown): boolean;
}

/** In source order, names as they are written. */
export type Annotations = readonly { name: string; arguments: Readonly<Record<string, string | boolean>> }[];

/** An instance field or property of an emitted class, in declaration order: what JSON and frozen job state walk. */
export interface FieldDescriptor {
    readonly name: string;
    readonly type: RuntimeType;
    readonly static: boolean;
    readonly transient: boolean;
    readonly visibility: 'private' | 'protected' | 'public' | 'global';
    readonly annotations: Annotations;
    /** Whether the value is stored (an automatic property is, a computed one is not). */
    readonly stored: boolean;
    get(object: unknown): unknown;
    /** Absent on a property without a setter. */
    set?(object: unknown, value: unknown): void;
}

export interface MethodDescriptor {
    readonly name: string;
    /** The JavaScript property that holds it, see `mangle.ts`. */
    readonly key: string;
    readonly static: boolean;
    readonly visibility: 'private' | 'protected' | 'public' | 'global';
    readonly parameterNames: readonly string[];
    readonly parameterTypes: readonly RuntimeType[];
    /** null: void. */
    readonly returnType: RuntimeType | null;
    readonly annotations: Annotations;
}

/** What the emitter writes beside each emitted class, interface or enum. */
export interface ClassDescriptor extends RuntimeType {
    readonly kind: 'class' | 'interface' | 'enum';
    readonly namespace: string;
    /** `Inner` of `Outer.Inner`. */
    readonly simpleName: string;
    readonly outerName: string | null;
    readonly visibility: 'private' | 'public' | 'global';
    readonly abstract: boolean;
    readonly virtual: boolean;
    readonly sharing: 'with' | 'without' | 'inherited' | null;
    readonly isTest: boolean;
    readonly annotations: Annotations;
    /** The superclass; null for interfaces, enums and classes without one. */
    readonly superclass: RuntimeType | null;
    /** Directly implemented interfaces. */
    readonly interfaces: readonly RuntimeType[];
    readonly fields: readonly FieldDescriptor[];
    readonly methods: readonly MethodDescriptor[];
    /** An object with default field values, before any constructor ran: JSON, thawed job state and stubs fill it. */
    allocate?(): object;
    /** Runs the constructor without parameters; absent where there is none. */
    construct?(): object;
    /** Enum constants in order. */
    readonly constants?: readonly unknown[];
}
