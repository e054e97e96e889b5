import type {
    ConstructorDeclaration,
    InitializerBlock,
    MethodDeclaration,
    PropertyDeclaration,
    TypeDeclaration,
    VariableDeclarator,
    Annotation,
} from '../syntax/ast.ts';
import type { ApexType } from './types.ts';

/**
 * What names stand for. A `TypeSymbol` exists for each class, interface and enum of the project and, made on first
 * use, of the platform; its members are found by lower-case name. Records (sObjects) are not symbols, they come from
 * the schema.
 */
export type Visibility = 'private' | 'protected' | 'public' | 'global';

export interface TypeSymbol {
    readonly kind: 'class' | 'interface' | 'enum';
    readonly origin: 'source' | 'platform';
    /** As declared, without outer type and namespace. */
    readonly name: string;
    /** `Outer.Inner`; with the namespace where that is not the code's own. */
    readonly displayName: string;
    /** Of the project's code: '' or the package's; of the platform: `System`, `Database`. */
    readonly namespace: string;
    /** Unique, lower-case: `outer.inner`, `system.string`. */
    readonly key: string;
    readonly outer: TypeSymbol | null;
    readonly typeParameters: readonly string[];
    visibility: Visibility;
    isAbstract: boolean;
    isVirtual: boolean;
    isTest: boolean;
    isTestVisible: boolean;
    /** Of a package beside the one that is compiled: sentences name it with its namespace. */
    isInstalled?: boolean;
    sharing: 'with' | 'without' | 'inherited' | null;
    superclass: ApexType | null;
    interfaces: readonly ApexType[];
    readonly fields: Map<string, FieldSymbol>;
    readonly methods: Map<string, MethodSymbol[]>;
    readonly constructors: MethodSymbol[];
    readonly innerTypes: Map<string, TypeSymbol>;
    /** Lower-case names of enum constants, in order. */
    readonly constants: readonly string[];
    annotations: readonly Annotation[];
    /** Only of source. */
    readonly declaration: TypeDeclaration | null;
    readonly file: string;
    /** Static and instance initialiser blocks and field initialisers, in source order. */
    readonly initializers: (InitializerBlock | FieldSymbol)[];
}

export interface FieldSymbol {
    readonly kind: 'field';
    readonly name: string;
    readonly owner: TypeSymbol;
    type: ApexType;
    readonly static: boolean;
    readonly final: boolean;
    readonly transient: boolean;
    readonly visibility: Visibility;
    readonly isTestVisible: boolean;
    /** A property with at least one written accessor, or a virtual, abstract or overriding one: accessed by calls. */
    readonly computed: boolean;
    readonly readable: boolean;
    readonly writable: boolean;
    readonly getterVisibility: Visibility;
    readonly setterVisibility: Visibility;
    readonly isAbstract: boolean;
    readonly isVirtual: boolean;
    readonly isOverride: boolean;
    readonly annotations: readonly Annotation[];
    readonly declarator: VariableDeclarator | null;
    readonly property: PropertyDeclaration | null;
    /** The JavaScript property that stores it. */
    slot: string;
}

export interface MethodSymbol {
    readonly kind: 'method';
    readonly name: string;
    readonly owner: TypeSymbol;
    readonly static: boolean;
    readonly visibility: Visibility;
    readonly isAbstract: boolean;
    readonly isVirtual: boolean;
    readonly isOverride: boolean;
    readonly isTest: boolean;
    readonly isTestVisible: boolean;
    readonly annotations: readonly Annotation[];
    parameterTypes: readonly ApexType[];
    readonly parameterNames: readonly string[];
    returnType: ApexType;
    readonly declaration: MethodDeclaration | ConstructorDeclaration | null;
    /** The JavaScript property under which it is called, see runtime/mangle.ts. Set once parameter types are known. */
    key: string;
    /** Of platform methods: the key of the implementation table, such as `substring(Integer,Integer)`. */
    signature: string;
}

export interface LocalVariable {
    readonly kind: 'local';
    readonly name: string;
    readonly type: ApexType;
    readonly final: boolean;
    /** The name in emitted code. */
    readonly emittedName: string;
    /** Whether every assignment is known not to be null: the emitter then leaves out null checks on arithmetic. */
    neverNull: boolean;
    readonly parameter: boolean;
}
