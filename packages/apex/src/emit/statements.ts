import { displayType } from '../bind/types.ts';
import { bindingOf, targetOf, typeOf, variableOf } from '../check/annotations.ts';
import type {
    DmlStatement,
    Expression,
    ForEachStatement,
    ForStatement,
    LocalVariableStatement,
    RunAsStatement,
    Statement,
    SwitchStatement,
    TryStatement,
} from '../syntax/ast.ts';
import { emitAssignment, emitUpdate } from './assignments.ts';
import { emitCondition, emitExpression } from './expressions.ts';
import type { UnitEmitter } from './unit-emitter.ts';

const COUNT_STEP = 'if (--$m.left < 0) $.exhausted();';

export function emitStatements(statements: readonly Statement[], emitter: UnitEmitter): void {
    for (const statement of statements) emitStatement(statement, emitter);
}

export function emitStatement(statement: Statement, emitter: UnitEmitter): void {
    const { writer } = emitter;
    countStatement(statement, emitter);
    switch (statement.kind) {
        case 'Block':
            writer.line('{');
            emitStatements(statement.statements, emitter);
            writer.line('}');
            return;
        case 'LocalVariableStatement':
            return emitLocalVariables(statement, emitter);
        case 'ExpressionStatement':
            writer.line(`${emitForEffect(statement.expression, emitter)};`, statement);
            return;
        case 'IfStatement':
            writer.line(`if (${emitCondition(statement.condition, emitter)}) {`, statement);
            emitStatement(statement.then, emitter);
            if (statement.else !== null) {
                writer.line('} else {');
                emitStatement(statement.else, emitter);
            }
            writer.line('}');
            return;
        case 'SwitchStatement':
            return emitSwitch(statement, emitter);
        case 'ForStatement':
            return emitFor(statement, emitter);
        case 'ForEachStatement':
            return emitForEach(statement, emitter);
        case 'WhileStatement':
            writer.line(`while (${emitCondition(statement.condition, emitter)}) { ${COUNT_STEP}`, statement);
            if (statement.body !== null) emitStatement(statement.body, emitter);
            writer.line('}');
            return;
        case 'DoWhileStatement':
            writer.line(`do { ${COUNT_STEP}`, statement);
            emitStatement(statement.body, emitter);
            writer.line(`} while (${emitCondition(statement.condition, emitter)});`, statement.condition);
            return;
        case 'ReturnStatement':
            writer.line(
                statement.expression === null
                    ? returnNothing(emitter)
                    : `return ${emitExpression(statement.expression, emitter)};`,
                statement,
            );
            return;
        case 'BreakStatement':
            writer.line('break;', statement);
            return;
        case 'ContinueStatement':
            writer.line('continue;', statement);
            return;
        case 'ThrowStatement':
            writer.line(`throw $.thrown(${emitExpression(statement.expression, emitter)});`, statement);
            return;
        case 'TryStatement':
            return emitTry(statement, emitter);
        case 'DmlStatement':
            return emitDml(statement, emitter);
        case 'RunAsStatement':
            return emitRunAs(statement, emitter);
    }
}

function returnNothing(emitter: UnitEmitter): string {
    return emitter.inConstructor ? 'return this;' : 'return;';
}

function countStatement(statement: Statement, emitter: UnitEmitter): void {
    if (!emitter.options.coverage || statement.kind === 'Block') return;
    let counter = emitter.statementLines.indexOf(statement.line, emitter.statementLines.length - 1);
    if (counter < 0) counter = emitter.statementLines.push(statement.line) - 1;
    emitter.writer.line(`$h[${counter}]++;`, statement);
}

/** A statement's expression, whose value nobody uses. */
export function emitForEffect(expression: Expression, emitter: UnitEmitter): string {
    if (expression.kind === 'AssignmentExpression') return emitAssignment(expression, emitter, false);
    if (expression.kind === 'UpdateExpression') return emitUpdate(expression, emitter, false);
    return emitExpression(expression, emitter);
}

function emitLocalVariables(statement: LocalVariableStatement, emitter: UnitEmitter): void {
    for (const declarator of statement.declarators) {
        const value = declarator.initializer === null ? 'null' : emitExpression(declarator.initializer, emitter);
        emitter.writer.line(`let ${variableOf(declarator).emittedName} = ${value};`, declarator);
    }
}

function emitFor(statement: ForStatement, emitter: UnitEmitter): void {
    const { writer } = emitter;
    writer.line('{');
    if (statement.initializer !== null) emitLocalVariables(statement.initializer, emitter);
    for (const expression of statement.initializerExpressions)
        writer.line(`${emitForEffect(expression, emitter)};`, statement);
    const condition = statement.condition === null ? '' : emitCondition(statement.condition, emitter);
    const updates = statement.updates.map((update) => emitForEffect(update, emitter)).join(', ');
    writer.line(`for (; ${condition}; ${updates}) { ${COUNT_STEP}`, statement);
    if (statement.body !== null) emitStatement(statement.body, emitter);
    writer.line('}');
    writer.line('}');
}

function emitForEach(statement: ForEachStatement, emitter: UnitEmitter): void {
    const { writer } = emitter;
    const variable = variableOf(statement.name);
    const iterableType = typeOf(statement.iterable);
    const isList = iterableType.kind === 'class' && iterableType.symbol.key === 'system.list';
    const element = iterableType.kind === 'class' ? iterableType.arguments[0] : undefined;
    const overQuery = statement.iterable.kind === 'SoqlExpression';
    const inLists = overQuery && variable.type.kind === 'class' && variable.type.symbol.key === 'system.list';
    const iterable = emitExpression(statement.iterable, emitter);
    const source = inLists ? `$.inChunks(${iterable})` : iterable;
    const loop = emitter.temporary();
    const value = variable.type.key === 'system.double' ? `$.unboxDouble(${loop}.value)` : `${loop}.value`;
    const converted = element === undefined ? value : convertLoopValue(value, element.key, variable.type.key);
    const isGenerator = emitter.shape === 'generator' && !isList;
    writer.line(`${loop} = $.${isGenerator ? 'loop$$' : 'loop'}(${source});`, statement);
    writer.line(`try { while (${isGenerator ? `yield* ${loop}.next()` : `${loop}.next()`}) { ${COUNT_STEP}`, statement);
    writer.line(`let ${variable.emittedName} = ${converted};`, statement);
    if (statement.body !== null) emitStatement(statement.body, emitter);
    writer.line(`} } finally { ${loop}.end(); }`);
}

function convertLoopValue(value: string, from: string, to: string): string {
    if (from === to) return value;
    if (from === 'system.string' && to === 'system.id') return `$.stringToId(${value})`;
    if (from === 'system.integer' && to === 'system.long') return `$.integerToLong(${value})`;
    if (from === 'system.integer' && to === 'system.decimal') return `$.integerToDecimal(${value})`;
    return value;
}

function emitSwitch(statement: SwitchStatement, emitter: UnitEmitter): void {
    const { writer } = emitter;
    const subject = emitter.temporary();
    writer.line(`${subject} = ${emitExpression(statement.expression, emitter)};`, statement);
    let keyword = 'if';
    for (const clause of statement.clauses) {
        const test =
            clause.kind === 'WhenType'
                ? `$.instanceOf(${subject}, ${emitter.typeReference(targetOf(clause))})`
                : clause.values.map((value) => whenTest(subject, value, statement, emitter)).join(' || ');
        writer.line(`${keyword} (${test}) {`, clause);
        if (clause.kind === 'WhenType') writer.line(`let ${variableOf(clause.name).emittedName} = ${subject};`, clause);
        emitStatements(clause.body.statements, emitter);
        keyword = '} else if';
    }
    if (statement.otherwise !== null) {
        writer.line(keyword === 'if' ? '{' : '} else {');
        emitStatements(statement.otherwise.statements, emitter);
    }
    if (keyword !== 'if' || statement.otherwise !== null) writer.line('}');
}

/** `when` on text is exact, unlike `==` (Apex Developer Guide, "Switch Statements"). */
function whenTest(subject: string, value: Expression, statement: SwitchStatement, emitter: UnitEmitter): string {
    const binding = bindingOf(value);
    const code =
        binding?.kind === 'enumConstant' || value.kind !== 'LiteralExpression' || value.literalType !== 'Integer'
            ? emitExpression(value, emitter)
            : literalAs(String(value.value), typeOf(statement.expression).key);
    return `${subject} === ${code}`;
}

function literalAs(digits: string, key: string): string {
    return key === 'system.long' ? `${digits}n` : digits;
}

/** Limit errors pass every `catch` and `finally` of Apex: `$.caught` throws them on, `$.uncatchable` skips the block. */
function emitTry(statement: TryStatement, emitter: UnitEmitter): void {
    const { writer } = emitter;
    const error = emitter.temporary();
    if (statement.finally !== null) writer.line(`${error} = null;`);
    writer.line('try {', statement);
    if (statement.finally !== null && statement.catches.length > 0) writer.line('try {');
    emitStatements(statement.block.statements, emitter);
    if (statement.catches.length > 0) emitCatches(statement, emitter);
    if (statement.finally !== null) {
        writer.line(
            `} catch (thrown) { ${error} = thrown; throw thrown; } finally { if (!$.isUncatchable(${error})) {`,
        );
        emitStatements(statement.finally.statements, emitter);
        writer.line('} }');
    }
}

function emitCatches(statement: TryStatement, emitter: UnitEmitter): void {
    const { writer } = emitter;
    const caught = emitter.temporary();
    writer.line(`} catch (thrown) { ${caught} = $.caught(thrown);`);
    let keyword = 'if';
    for (const clause of statement.catches) {
        const type = targetOf(clause);
        const test =
            displayType(type) === 'Exception' ? 'true' : `$.instanceOf(${caught}, ${emitter.typeReference(type)})`;
        writer.line(`${keyword} (${test}) {`, clause);
        writer.line(`let ${variableOf(clause.name).emittedName} = ${caught};`);
        emitStatements(clause.body.statements, emitter);
        keyword = '} else if';
    }
    writer.line('} else throw thrown; }');
}

function emitDml(statement: DmlStatement, emitter: UnitEmitter): void {
    const list = [emitExpression(statement.target, emitter)];
    list.push(JSON.stringify(statement.access));
    if (statement.operation === 'upsert') list.push(externalId(statement, emitter));
    if (statement.mergeWith !== null) list.push(emitExpression(statement.mergeWith, emitter));
    const name = `dml_${statement.operation}`;
    const call = `${list.join(', ')}`;
    const code = emitter.shape === 'generator' ? `yield* $.${name}$$(${call});` : `$.${name}(${call});`;
    emitter.writer.line(code, statement);
}

function externalId(statement: DmlStatement, emitter: UnitEmitter): string {
    const target = typeOf(statement.target);
    const record = target.kind === 'class' ? target.arguments[0] : target;
    if (statement.externalIdField === null || record?.kind !== 'record' || record.info === null) return 'null';
    const name = statement.externalIdField.split('.').at(-1) ?? '';
    return emitter.hoistLinked(
        'o',
        `$.fieldToken(${JSON.stringify(record.info.name)}, ${JSON.stringify(record.info.field(name)?.name ?? name)})`,
    );
}

function emitRunAs(statement: RunAsStatement, emitter: UnitEmitter): void {
    const { writer } = emitter;
    const [who] = statement.arguments;
    const restore = emitter.temporary();
    const call = `(${who === undefined ? 'null' : emitExpression(who, emitter)})`;
    const begin = emitter.shape === 'generator' ? `yield* $.beginRunAs$$${call}` : `$.beginRunAs${call}`;
    writer.line(`${restore} = ${begin};`, statement);
    writer.line('try {');
    emitStatements(statement.body.statements, emitter);
    writer.line(`} finally { $.endRunAs(${restore}); }`);
}
