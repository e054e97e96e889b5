/**
 * What each kind of node holds beside its kind and its place: one table, which the compiler holds against `ast.ts`, so
 * that a field added there and forgotten here does not compile.
 */

import type { SourceSpan } from './ast.ts';
import type { SyntaxNode } from './walk.ts';

/**
 * How a field is written: nodes (`node` may be null), texts and flags as their names say. A `scalar` is a text, a
 * Boolean or null; a `mark` is absent or true; a `span` is a place. Parts without a kind are a `list` of records, or one
 * `record` that may be null, each with a place of its own where `placed`.
 */
export type FieldForm =
    | 'node'
    | 'nodes'
    | 'text'
    | 'texts'
    | 'number'
    | 'flag'
    | 'scalar'
    | 'mark'
    | 'span'
    | { list: RecordShape; placed: boolean }
    | { record: RecordShape; placed: boolean };

export type RecordShape = Readonly<Record<string, FieldForm>>;

type NodeOf<K extends SyntaxNode['kind']> = Extract<SyntaxNode, { kind: K }>;

type ShapeOf<K extends SyntaxNode['kind']> = {
    readonly [F in Exclude<keyof NodeOf<K>, keyof SourceSpan | 'kind'>]-?: FieldForm;
};

const MODIFIERS = { record: { keywords: 'texts', annotations: 'nodes', span: 'span' }, placed: false } as const;

const ACCESSOR = { record: { modifiers: MODIFIERS, body: 'node' }, placed: true } as const;

const SHAPES: { readonly [K in SyntaxNode['kind']]: ShapeOf<K> } = {
    ClassUnit: { declaration: 'node' },
    TriggerUnit: { name: 'node', object: 'node', events: 'texts', statements: 'nodes', members: 'nodes' },
    AnonymousUnit: { statements: 'nodes', members: 'nodes' },
    Identifier: { text: 'text' },
    Annotation: { name: 'text', arguments: { list: { name: 'text', value: 'scalar' }, placed: true } },
    TypeReference: {
        parts: { list: { name: 'node', arguments: 'nodes' }, placed: false },
        arrayDepth: 'number',
    },
    ClassDeclaration: {
        name: 'node',
        modifiers: MODIFIERS,
        superclass: 'node',
        interfaces: 'nodes',
        members: 'nodes',
    },
    InterfaceDeclaration: { name: 'node', modifiers: MODIFIERS, interfaces: 'nodes', methods: 'nodes' },
    EnumDeclaration: { name: 'node', modifiers: MODIFIERS, constants: 'nodes' },
    FieldDeclaration: { modifiers: MODIFIERS, type: 'node', declarators: 'nodes' },
    PropertyDeclaration: { modifiers: MODIFIERS, type: 'node', name: 'node', getter: ACCESSOR, setter: ACCESSOR },
    MethodDeclaration: {
        modifiers: MODIFIERS,
        returnType: 'node',
        name: 'node',
        parameters: 'nodes',
        body: 'node',
    },
    ConstructorDeclaration: { modifiers: MODIFIERS, name: 'node', parameters: 'nodes', body: 'node' },
    InitializerBlock: { static: 'flag', body: 'node' },
    VariableDeclarator: { name: 'node', initializer: 'node' },
    Parameter: { modifiers: MODIFIERS, type: 'node', name: 'node' },
    Block: { statements: 'nodes' },
    LocalVariableStatement: { modifiers: MODIFIERS, type: 'node', declarators: 'nodes' },
    ExpressionStatement: { expression: 'node' },
    IfStatement: { condition: 'node', then: 'node', else: 'node' },
    SwitchStatement: { expression: 'node', clauses: 'nodes', otherwise: 'node' },
    WhenValues: { values: 'nodes', body: 'node' },
    WhenType: { type: 'node', name: 'node', body: 'node' },
    ForStatement: {
        initializer: 'node',
        initializerExpressions: 'nodes',
        condition: 'node',
        updates: 'nodes',
        body: 'node',
    },
    ForEachStatement: { type: 'node', name: 'node', iterable: 'node', body: 'node' },
    WhileStatement: { condition: 'node', body: 'node' },
    DoWhileStatement: { body: 'node', condition: 'node' },
    ReturnStatement: { expression: 'node' },
    BreakStatement: {},
    ContinueStatement: {},
    ThrowStatement: { expression: 'node' },
    CatchClause: { type: 'node', name: 'node', body: 'node' },
    TryStatement: { block: 'node', catches: 'nodes', finally: 'node' },
    DmlStatement: {
        operation: 'text',
        access: 'scalar',
        target: 'node',
        mergeWith: 'node',
        externalIdField: 'scalar',
    },
    RunAsStatement: { arguments: 'nodes', body: 'node' },
    LiteralExpression: { literalType: 'text', value: 'scalar' },
    NameExpression: { name: 'text' },
    ThisExpression: {},
    SuperExpression: {},
    FieldAccessExpression: { object: 'node', name: 'node', safe: 'flag', parenthesized: 'mark' },
    MethodCallExpression: {
        receiver: 'node',
        name: 'node',
        arguments: 'nodes',
        safe: 'flag',
        parenthesized: 'mark',
    },
    IndexExpression: { object: 'node', index: 'node', parenthesized: 'mark' },
    NewObjectExpression: {
        type: 'node',
        arguments: 'nodes',
        fields: { list: { name: 'node', value: 'node' }, placed: false },
    },
    NewCollectionExpression: {
        type: 'node',
        elements: 'nodes',
        entries: { list: { key: 'node', value: 'node' }, placed: false },
        size: 'node',
    },
    UnaryExpression: { operator: 'text', operand: 'node' },
    UpdateExpression: { operator: 'text', prefix: 'flag', operand: 'node' },
    BinaryExpression: { operator: 'text', left: 'node', right: 'node' },
    AssignmentExpression: { operator: 'text', target: 'node', value: 'node' },
    ConditionalExpression: { condition: 'node', then: 'node', else: 'node' },
    CastExpression: { type: 'node', expression: 'node' },
    InstanceOfExpression: { expression: 'node', type: 'node' },
    ClassLiteralExpression: { type: 'node' },
    SoqlExpression: { text: 'text', textStart: 'number', binds: 'nodes' },
    SoslExpression: { text: 'text', textStart: 'number', binds: 'nodes' },
};

/** In a fixed order: the place of a kind in this list is its number in the encoding. */
export const KINDS: readonly { kind: string; shape: RecordShape }[] = Object.entries(SHAPES).map(([kind, shape]) => ({
    kind,
    shape: shape,
}));
