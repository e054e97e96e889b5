/**
 * A type in Apex notation, always qualified: `System.List<System.String>`, `Schema.SObjectField`,
 * `Database.DMLOptions.EmailHeader`. Three names stand alone because they belong to no namespace: `Object`, `void`, and
 * the type parameters of the declaring type (`T`, `K`, `V`). A standard object is `Schema.Account`.
 */
export type TypeText = string;

export interface PlatformParameter {
    readonly type: TypeText;
    /** Absent where the platform's own name is not known (interfaces, mostly). */
    readonly name?: string;
}

export interface PlatformConstructor {
    readonly parameters: readonly PlatformParameter[];
}

export interface PlatformMethod {
    readonly name: string;
    readonly static: boolean;
    readonly parameters: readonly PlatformParameter[];
    readonly returns: TypeText;
}

/**
 * A variable or property. The platform types do not tell the two apart, and neither does the code that uses them;
 * `readonly` is set where assignment is known to be refused.
 */
export interface PlatformField {
    readonly name: string;
    readonly static: boolean;
    readonly type: TypeText;
    readonly readonly: boolean;
}

/** A type of the Apex standard library, as its signature table and the corrections declare it. */
export interface PlatformType {
    /** In the spelling of the Apex reference: `System`, `EventBus`. */
    readonly namespace: string;
    /** Without namespace; `Outer.Inner` for a nested type. */
    readonly name: string;
    readonly kind: 'class' | 'interface' | 'enum';
    /** The name of the enclosing type of a nested one. */
    readonly outer?: string;
    readonly typeParameters: readonly string[];
    readonly superclass?: TypeText;
    readonly interfaces: readonly TypeText[];
    /** May be extended but not constructed. */
    readonly abstract: boolean;
    /** May be extended by Apex classes: Exception, and the few base classes that the reference declares virtual or abstract. */
    readonly virtual: boolean;
    /** Public constructors; empty when Apex code cannot construct the type. */
    readonly constructors: readonly PlatformConstructor[];
    /** Own methods, without the inherited ones; for enums with name(), ordinal(), values() and valueOf(). */
    readonly methods: readonly PlatformMethod[];
    readonly fields: readonly PlatformField[];
    /** In declaration order, which is the order of `ordinal()`. */
    readonly enumConstants: readonly string[];
}
