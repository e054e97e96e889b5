import type {
    Accessor,
    Annotation,
    CatchClause,
    Expression,
    Identifier,
    Member,
    Modifiers,
    Parameter,
    SourceUnit,
    Statement,
    TypeReference,
    VariableDeclarator,
    WhenClause,
} from './ast.ts';

/** Everything in the tree that has a `kind`. */
export type SyntaxNode =
    | SourceUnit
    | Member
    | Statement
    | Expression
    | Annotation
    | CatchClause
    | Identifier
    | Parameter
    | TypeReference
    | VariableDeclarator
    | WhenClause;

/**
 * Calls `visit` with each direct child of `node`, in source order except that a getter comes before a setter. Parts
 * without a kind (modifiers, accessors, pairs) are passed through: their nodes count as children of `node`.
 */
export function forEachChild(node: SyntaxNode, visit: (child: SyntaxNode) => void): void {
    const each = (children: readonly SyntaxNode[]): void => {
        for (const child of children) visit(child);
    };
    const maybe = (child: SyntaxNode | null): void => {
        if (child) visit(child);
    };
    const modified = (modifiers: Modifiers): void => each(modifiers.annotations);
    const accessor = (part: Accessor | null): void => {
        if (!part) return;
        modified(part.modifiers);
        maybe(part.body);
    };

    switch (node.kind) {
        case 'ClassUnit':
            return visit(node.declaration);
        case 'TriggerUnit':
            visit(node.name);
            visit(node.object);
            return each(inSourceOrder(node.members, node.statements));
        case 'AnonymousUnit':
            return each(inSourceOrder(node.members, node.statements));
        case 'ClassDeclaration':
            modified(node.modifiers);
            visit(node.name);
            maybe(node.superclass);
            each(node.interfaces);
            return each(node.members);
        case 'InterfaceDeclaration':
            modified(node.modifiers);
            visit(node.name);
            each(node.interfaces);
            return each(node.methods);
        case 'EnumDeclaration':
            modified(node.modifiers);
            visit(node.name);
            return each(node.constants);
        case 'FieldDeclaration':
        case 'LocalVariableStatement':
            modified(node.modifiers);
            visit(node.type);
            return each(node.declarators);
        case 'PropertyDeclaration':
            modified(node.modifiers);
            visit(node.type);
            visit(node.name);
            accessor(node.getter);
            return accessor(node.setter);
        case 'MethodDeclaration':
            modified(node.modifiers);
            maybe(node.returnType);
            visit(node.name);
            each(node.parameters);
            return maybe(node.body);
        case 'ConstructorDeclaration':
            modified(node.modifiers);
            visit(node.name);
            each(node.parameters);
            return visit(node.body);
        case 'InitializerBlock':
            return visit(node.body);
        case 'VariableDeclarator':
            visit(node.name);
            return maybe(node.initializer);
        case 'Parameter':
            modified(node.modifiers);
            visit(node.type);
            return visit(node.name);
        case 'TypeReference':
            for (const part of node.parts) {
                visit(part.name);
                each(part.arguments);
            }
            return;
        case 'Block':
            return each(node.statements);
        case 'ExpressionStatement':
        case 'ThrowStatement':
            return visit(node.expression);
        case 'ReturnStatement':
            return maybe(node.expression);
        case 'IfStatement':
            visit(node.condition);
            visit(node.then);
            return maybe(node.else);
        case 'SwitchStatement':
            visit(node.expression);
            each(node.clauses);
            return maybe(node.otherwise);
        case 'WhenValues':
            each(node.values);
            return visit(node.body);
        case 'WhenType':
        case 'CatchClause':
            visit(node.type);
            visit(node.name);
            return visit(node.body);
        case 'ForStatement':
            maybe(node.initializer);
            each(node.initializerExpressions);
            maybe(node.condition);
            each(node.updates);
            return maybe(node.body);
        case 'ForEachStatement':
            visit(node.type);
            visit(node.name);
            visit(node.iterable);
            return maybe(node.body);
        case 'WhileStatement':
            visit(node.condition);
            return maybe(node.body);
        case 'DoWhileStatement':
            visit(node.body);
            return visit(node.condition);
        case 'TryStatement':
            visit(node.block);
            each(node.catches);
            return maybe(node.finally);
        case 'DmlStatement':
            visit(node.target);
            return maybe(node.mergeWith);
        case 'RunAsStatement':
            each(node.arguments);
            return visit(node.body);
        case 'FieldAccessExpression':
            visit(node.object);
            return visit(node.name);
        case 'MethodCallExpression':
            maybe(node.receiver);
            visit(node.name);
            return each(node.arguments);
        case 'IndexExpression':
            visit(node.object);
            return visit(node.index);
        case 'NewObjectExpression':
            visit(node.type);
            each(node.arguments);
            for (const field of node.fields) {
                visit(field.name);
                visit(field.value);
            }
            return;
        case 'NewCollectionExpression':
            visit(node.type);
            maybe(node.size);
            each(node.elements);
            for (const entry of node.entries) {
                visit(entry.key);
                visit(entry.value);
            }
            return;
        case 'UnaryExpression':
        case 'UpdateExpression':
            return visit(node.operand);
        case 'BinaryExpression':
            visit(node.left);
            return visit(node.right);
        case 'AssignmentExpression':
            visit(node.target);
            return visit(node.value);
        case 'ConditionalExpression':
            visit(node.condition);
            visit(node.then);
            return visit(node.else);
        case 'CastExpression':
            visit(node.type);
            return visit(node.expression);
        case 'InstanceOfExpression':
            visit(node.expression);
            return visit(node.type);
        case 'ClassLiteralExpression':
            return visit(node.type);
        case 'SoqlExpression':
        case 'SoslExpression':
            return each(node.binds);
        case 'Annotation':
        case 'Identifier':
        case 'BreakStatement':
        case 'ContinueStatement':
        case 'LiteralExpression':
        case 'NameExpression':
        case 'ThisExpression':
        case 'SuperExpression':
            return;
        default: {
            const unknown: never = node;
            throw new Error(`A node of an unknown kind: ${JSON.stringify(unknown)}`);
        }
    }
}

function inSourceOrder(members: readonly SyntaxNode[], statements: readonly SyntaxNode[]): SyntaxNode[] {
    return [...members, ...statements].sort((first, second) => first.start - second.start);
}
