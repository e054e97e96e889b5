import assert from 'node:assert/strict';
import type { ClassDeclaration, Expression, Member, Statement, TypeReference } from '../../src/syntax/ast.ts';
import type { UnitKind } from '../../src/syntax/parse.ts';
import { parseApex } from '../../src/syntax/parse.ts';

/** The class of a source that has no syntax errors. */
export function classOf(source: string): ClassDeclaration {
    const { unit, diagnostics } = parseApex('Sample.cls', source);
    assert.deepEqual(diagnostics, []);
    assert.ok(unit?.kind === 'ClassUnit' && unit.declaration.kind === 'ClassDeclaration');
    return unit.declaration;
}

export function memberOf<K extends Member['kind']>(kind: K, source: string): Extract<Member, { kind: K }> {
    const member = classOf(`class Sample { ${source} }`).members[0];
    assert.equal(member?.kind, kind);
    return member as Extract<Member, { kind: K }>;
}

export function statementOf<K extends Statement['kind']>(kind: K, source: string): Extract<Statement, { kind: K }> {
    const statement = memberOf('MethodDeclaration', `void run() { ${source} }`).body?.statements[0];
    assert.equal(statement?.kind, kind);
    return statement as Extract<Statement, { kind: K }>;
}

export function expressionOf<K extends Expression['kind']>(kind: K, source: string): Extract<Expression, { kind: K }> {
    const { expression } = statementOf('ReturnStatement', `return ${source};`);
    assert.equal(expression?.kind, kind);
    return expression as Extract<Expression, { kind: K }>;
}

/** The one diagnostic that comes first, as `line:column sentence`. */
export function firstErrorIn(source: string, kind: UnitKind = 'class'): string {
    const { unit, diagnostics } = parseApex('Sample.cls', source, kind);
    assert.equal(unit, null);
    const [first] = diagnostics;
    assert.ok(first);
    assert.equal(first.file, 'Sample.cls');
    assert.equal(first.severity, 'error');
    assert.equal(first.category, 'syntax');
    return `${first.line}:${first.column} ${first.message}`;
}

/** An expression with every operator in parentheses: `a + b * c` is `(a + (b * c))`. */
export function grouped(source: string): string {
    const { expression } = statementOf('ReturnStatement', `return ${source};`);
    assert.ok(expression);
    return render(expression);
}

export function render(node: Expression): string {
    switch (node.kind) {
        case 'NameExpression':
            return node.name;
        case 'LiteralExpression':
            return node.literalType === 'String' ? `'${String(node.value)}'` : String(node.value);
        case 'ThisExpression':
            return 'this';
        case 'SuperExpression':
            return 'super';
        case 'BinaryExpression':
            return `(${render(node.left)} ${node.operator} ${render(node.right)})`;
        case 'AssignmentExpression':
            return `(${render(node.target)} ${node.operator} ${render(node.value)})`;
        case 'UnaryExpression':
            return `(${node.operator}${render(node.operand)})`;
        case 'UpdateExpression':
            return node.prefix
                ? `(${node.operator}${render(node.operand)})`
                : `(${render(node.operand)}${node.operator})`;
        case 'ConditionalExpression':
            return `(${render(node.condition)} ? ${render(node.then)} : ${render(node.else)})`;
        case 'CastExpression':
            return `((${renderType(node.type)}) ${render(node.expression)})`;
        case 'InstanceOfExpression':
            return `(${render(node.expression)} instanceof ${renderType(node.type)})`;
        case 'FieldAccessExpression':
            return `${render(node.object)}${node.safe ? '?.' : '.'}${node.name.text}`;
        case 'IndexExpression':
            return `${render(node.object)}[${render(node.index)}]`;
        case 'ClassLiteralExpression':
            return `${renderType(node.type)}.class`;
        case 'MethodCallExpression': {
            const receiver = node.receiver ? `${render(node.receiver)}${node.safe ? '?.' : '.'}` : '';
            return `${receiver}${node.name.text}(${node.arguments.map(render).join(', ')})`;
        }
        case 'NewObjectExpression': {
            const fields = node.fields.map((field) => `${field.name.text} = ${render(field.value)}`);
            return `new ${renderType(node.type)}(${[...node.arguments.map(render), ...fields].join(', ')})`;
        }
        case 'NewCollectionExpression': {
            const entries = node.entries.map((entry) => `${render(entry.key)} => ${render(entry.value)}`);
            const content = [...node.elements.map(render), ...entries].join(', ');
            return `new ${renderType(node.type)}${node.size ? `(size ${render(node.size)})` : `{${content}}`}`;
        }
        case 'SoqlExpression':
        case 'SoslExpression':
            return `[${node.text}]`;
    }
}

export function renderType(type: TypeReference): string {
    const parts = type.parts.map((part) => {
        const typeArguments = part.arguments.map(renderType).join(', ');
        return part.name.text + (typeArguments ? `<${typeArguments}>` : '');
    });
    return parts.join('.') + '[]'.repeat(type.arrayDepth);
}
