/**
 * The Apex syntax tree: what the parser saw, nothing resolved.
 *
 * Every node carries its place in the source. `bind/` and `check/` hang what they find on the nodes through the
 * fields declared in `../check/annotations.ts`; this file knows nothing of types or symbols.
 */

/** Where a node stands: `line` counts from 1, `column` from 1, `start` and `end` are offsets (`end` exclusive). */
export interface SourceSpan {
    line: number;
    column: number;
    start: number;
    end: number;
}

export interface Identifier extends SourceSpan {
    kind: 'Identifier';
    /** As written; Apex compares names without case. */
    text: string;
}

export interface AnnotationArgument extends SourceSpan {
    /** `value` where the source has no name (`@SuppressWarnings('PMD')`). */
    name: string;
    /** String and Boolean literals as their value; anything else as its source text. */
    value: string | boolean;
}

export interface Annotation extends SourceSpan {
    kind: 'Annotation';
    name: string;
    arguments: AnnotationArgument[];
}

/** Keywords in lower case and in source order; sharing is one of `with sharing`, `without sharing`, `inherited sharing`. */
export interface Modifiers {
    keywords: string[];
    annotations: Annotation[];
    /** Of the first modifier, or of the declaration where there is none. */
    span: SourceSpan;
}

/** `Map<String, List<Foo.Bar>>[]`: `parts` are the dotted names, each with its own type arguments. */
export interface TypeReference extends SourceSpan {
    kind: 'TypeReference';
    parts: { name: Identifier; arguments: TypeReference[] }[];
    arrayDepth: number;
}

// ---------------------------------------------------------------------------------------------- compilation units

export type SourceUnit = ClassUnit | TriggerUnit | AnonymousUnit;

export interface ClassUnit extends SourceSpan {
    kind: 'ClassUnit';
    declaration: TypeDeclaration;
}

export type TriggerEvent =
    | 'before insert'
    | 'before update'
    | 'before delete'
    | 'after insert'
    | 'after update'
    | 'after delete'
    | 'after undelete';

export interface TriggerUnit extends SourceSpan {
    kind: 'TriggerUnit';
    name: Identifier;
    object: Identifier;
    events: TriggerEvent[];
    /** Statements, and the static members that a trigger body may declare. */
    statements: Statement[];
    members: Member[];
}

export interface AnonymousUnit extends SourceSpan {
    kind: 'AnonymousUnit';
    statements: Statement[];
    /** Methods, properties and types declared between the statements. */
    members: Member[];
}

// --------------------------------------------------------------------------------------------------- declarations

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration extends SourceSpan {
    kind: 'ClassDeclaration';
    name: Identifier;
    modifiers: Modifiers;
    superclass: TypeReference | null;
    interfaces: TypeReference[];
    members: Member[];
}

export interface InterfaceDeclaration extends SourceSpan {
    kind: 'InterfaceDeclaration';
    name: Identifier;
    modifiers: Modifiers;
    interfaces: TypeReference[];
    methods: MethodDeclaration[];
}

export interface EnumDeclaration extends SourceSpan {
    kind: 'EnumDeclaration';
    name: Identifier;
    modifiers: Modifiers;
    constants: Identifier[];
}

export type Member =
    | FieldDeclaration
    | PropertyDeclaration
    | MethodDeclaration
    | ConstructorDeclaration
    | InitializerBlock
    | TypeDeclaration;

export interface VariableDeclarator extends SourceSpan {
    kind: 'VariableDeclarator';
    name: Identifier;
    initializer: Expression | null;
}

export interface FieldDeclaration extends SourceSpan {
    kind: 'FieldDeclaration';
    modifiers: Modifiers;
    type: TypeReference;
    declarators: VariableDeclarator[];
}

export interface Accessor extends SourceSpan {
    modifiers: Modifiers;
    /** null: an automatic accessor (`get;`). */
    body: Block | null;
}

export interface PropertyDeclaration extends SourceSpan {
    kind: 'PropertyDeclaration';
    modifiers: Modifiers;
    type: TypeReference;
    name: Identifier;
    getter: Accessor | null;
    setter: Accessor | null;
}

export interface Parameter extends SourceSpan {
    kind: 'Parameter';
    modifiers: Modifiers;
    type: TypeReference;
    name: Identifier;
}

export interface MethodDeclaration extends SourceSpan {
    kind: 'MethodDeclaration';
    modifiers: Modifiers;
    /** null: `void`. */
    returnType: TypeReference | null;
    name: Identifier;
    parameters: Parameter[];
    /** null: abstract or an interface's method. */
    body: Block | null;
}

export interface ConstructorDeclaration extends SourceSpan {
    kind: 'ConstructorDeclaration';
    modifiers: Modifiers;
    name: Identifier;
    parameters: Parameter[];
    body: Block;
}

export interface InitializerBlock extends SourceSpan {
    kind: 'InitializerBlock';
    static: boolean;
    body: Block;
}

// ----------------------------------------------------------------------------------------------------- statements

export type Statement =
    | Block
    | LocalVariableStatement
    | ExpressionStatement
    | IfStatement
    | SwitchStatement
    | ForStatement
    | ForEachStatement
    | WhileStatement
    | DoWhileStatement
    | ReturnStatement
    | BreakStatement
    | ContinueStatement
    | ThrowStatement
    | TryStatement
    | DmlStatement
    | RunAsStatement;

export interface Block extends SourceSpan {
    kind: 'Block';
    statements: Statement[];
}

export interface LocalVariableStatement extends SourceSpan {
    kind: 'LocalVariableStatement';
    modifiers: Modifiers;
    type: TypeReference;
    declarators: VariableDeclarator[];
}

export interface ExpressionStatement extends SourceSpan {
    kind: 'ExpressionStatement';
    expression: Expression;
}

export interface IfStatement extends SourceSpan {
    kind: 'IfStatement';
    condition: Expression;
    then: Statement;
    else: Statement | null;
}

export type WhenClause = WhenValues | WhenType;

/** `when 1, 2 { }`, `when RED { }`, `when null { }`: enum constants arrive as NameExpression. */
export interface WhenValues extends SourceSpan {
    kind: 'WhenValues';
    values: Expression[];
    body: Block;
}

/** `when Account a { }` */
export interface WhenType extends SourceSpan {
    kind: 'WhenType';
    type: TypeReference;
    name: Identifier;
    body: Block;
}

export interface SwitchStatement extends SourceSpan {
    kind: 'SwitchStatement';
    expression: Expression;
    clauses: WhenClause[];
    otherwise: Block | null;
}

export interface ForStatement extends SourceSpan {
    kind: 'ForStatement';
    initializer: LocalVariableStatement | null;
    initializerExpressions: Expression[];
    condition: Expression | null;
    updates: Expression[];
    /** null: `for (...);` */
    body: Statement | null;
}

export interface ForEachStatement extends SourceSpan {
    kind: 'ForEachStatement';
    type: TypeReference;
    name: Identifier;
    iterable: Expression;
    body: Statement | null;
}

export interface WhileStatement extends SourceSpan {
    kind: 'WhileStatement';
    condition: Expression;
    body: Statement | null;
}

export interface DoWhileStatement extends SourceSpan {
    kind: 'DoWhileStatement';
    body: Block;
    condition: Expression;
}

export interface ReturnStatement extends SourceSpan {
    kind: 'ReturnStatement';
    expression: Expression | null;
}

export interface BreakStatement extends SourceSpan {
    kind: 'BreakStatement';
}

export interface ContinueStatement extends SourceSpan {
    kind: 'ContinueStatement';
}

export interface ThrowStatement extends SourceSpan {
    kind: 'ThrowStatement';
    expression: Expression;
}

export interface CatchClause extends SourceSpan {
    kind: 'CatchClause';
    type: TypeReference;
    name: Identifier;
    body: Block;
}

export interface TryStatement extends SourceSpan {
    kind: 'TryStatement';
    block: Block;
    catches: CatchClause[];
    finally: Block | null;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface DmlStatement extends SourceSpan {
    kind: 'DmlStatement';
    operation: DmlOperation;
    access: 'user' | 'system' | null;
    target: Expression;
    /** The records merged away (`merge master others`). */
    mergeWith: Expression | null;
    /** `upsert x Key__c`: the field as written, possibly `Object__c.Key__c`. */
    externalIdField: string | null;
}

export interface RunAsStatement extends SourceSpan {
    kind: 'RunAsStatement';
    arguments: Expression[];
    body: Block;
}

// ---------------------------------------------------------------------------------------------------- expressions

export type Expression =
    | LiteralExpression
    | NameExpression
    | ThisExpression
    | SuperExpression
    | FieldAccessExpression
    | MethodCallExpression
    | IndexExpression
    | NewObjectExpression
    | NewCollectionExpression
    | UnaryExpression
    | UpdateExpression
    | BinaryExpression
    | AssignmentExpression
    | ConditionalExpression
    | CastExpression
    | InstanceOfExpression
    | ClassLiteralExpression
    | SoqlExpression
    | SoslExpression;

export type LiteralType = 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'null';

/**
 * Integer, Long, Double and Decimal keep their digits as text (without the suffix L or D), so that overflow is the
 * checker's finding. A literal with a point and no suffix is a Decimal on the platform. Strings are unescaped.
 */
export interface LiteralExpression extends SourceSpan {
    kind: 'LiteralExpression';
    literalType: LiteralType;
    value: string | boolean | null;
}

export interface NameExpression extends SourceSpan {
    kind: 'NameExpression';
    name: string;
}

export interface ThisExpression extends SourceSpan {
    kind: 'ThisExpression';
}

/** Only as the receiver of a method call, or in `super(...)`. */
export interface SuperExpression extends SourceSpan {
    kind: 'SuperExpression';
}

/** `a.b`, or `a?.b` when `safe`. What stands before the dot may turn out to be a type or a namespace. */
export interface FieldAccessExpression extends SourceSpan {
    kind: 'FieldAccessExpression';
    object: Expression;
    name: Identifier;
    safe: boolean;
    /** Set where parentheses close the expression: a `?.` inside them does not cut short what follows (`(a?.b).c`). */
    parenthesized?: true;
}

/**
 * `f(x)`, `a.f(x)`, `a?.f(x)`. `this(...)` and `super(...)` are calls whose receiver is null and whose name is
 * `this` or `super`.
 */
export interface MethodCallExpression extends SourceSpan {
    kind: 'MethodCallExpression';
    receiver: Expression | null;
    name: Identifier;
    arguments: Expression[];
    safe: boolean;
    /** Set where parentheses close the expression: a `?.` inside them does not cut short what follows (`(a?.b).c`). */
    parenthesized?: true;
}

export interface IndexExpression extends SourceSpan {
    kind: 'IndexExpression';
    object: Expression;
    index: Expression;
    /** Set where parentheses close the expression: a `?.` inside them does not cut short what follows (`(a?.b).c`). */
    parenthesized?: true;
}

/** `new Foo(a, b)`; `new Account(Name = 'x')` has `fields` instead of `arguments`. */
export interface NewObjectExpression extends SourceSpan {
    kind: 'NewObjectExpression';
    type: TypeReference;
    arguments: Expression[];
    fields: { name: Identifier; value: Expression }[];
}

/**
 * `new List<T>{a, b}`, `new Set<T>{a}`, `new Map<K, V>{k => v}`, `new T[3]`, `new T[]{a, b}`.
 * `new List<T>()` is a NewObjectExpression.
 */
export interface NewCollectionExpression extends SourceSpan {
    kind: 'NewCollectionExpression';
    /** Of the collection; an array creator's type has its arrayDepth counted. */
    type: TypeReference;
    elements: Expression[];
    entries: { key: Expression; value: Expression }[];
    /** `new T[size]` */
    size: Expression | null;
}

export interface UnaryExpression extends SourceSpan {
    kind: 'UnaryExpression';
    operator: '+' | '-' | '!' | '~';
    operand: Expression;
}

/** `++x`, `x--` */
export interface UpdateExpression extends SourceSpan {
    kind: 'UpdateExpression';
    operator: '++' | '--';
    prefix: boolean;
    operand: Expression;
}

export type BinaryOperator =
    | '+'
    | '-'
    | '*'
    | '/'
    | '%'
    | '<<'
    | '>>'
    | '>>>'
    | '&'
    | '|'
    | '^'
    | '&&'
    | '||'
    | '<'
    | '<='
    | '>'
    | '>='
    | '=='
    | '!='
    | '==='
    | '!=='
    | '??';

/** `<>` arrives as `!=`. */
export interface BinaryExpression extends SourceSpan {
    kind: 'BinaryExpression';
    operator: BinaryOperator;
    left: Expression;
    right: Expression;
}

export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';

export interface AssignmentExpression extends SourceSpan {
    kind: 'AssignmentExpression';
    operator: AssignmentOperator;
    target: Expression;
    value: Expression;
}

export interface ConditionalExpression extends SourceSpan {
    kind: 'ConditionalExpression';
    condition: Expression;
    then: Expression;
    else: Expression;
}

export interface CastExpression extends SourceSpan {
    kind: 'CastExpression';
    type: TypeReference;
    expression: Expression;
}

export interface InstanceOfExpression extends SourceSpan {
    kind: 'InstanceOfExpression';
    expression: Expression;
    type: TypeReference;
}

/** `Foo.class`, `List<String>.class` */
export interface ClassLiteralExpression extends SourceSpan {
    kind: 'ClassLiteralExpression';
    type: TypeReference;
}

/**
 * `[SELECT ...]`. `text` is the query with each bind expression replaced by `:b0`, `:b1`, ... (padded with blanks to
 * the length of what it replaces where that is longer, so that offsets into `text` plus `textStart` point into the source).
 */
export interface SoqlExpression extends SourceSpan {
    kind: 'SoqlExpression';
    text: string;
    textStart: number;
    binds: Expression[];
}

/** `[FIND :x IN ALL FIELDS RETURNING Account]`; `text` as for SOQL. */
export interface SoslExpression extends SourceSpan {
    kind: 'SoslExpression';
    text: string;
    textStart: number;
    binds: Expression[];
}
