import { resolveType } from '../bind/type-resolver.ts';
import { type ApexType } from '../bind/types.ts';
import type { Expression, SwitchStatement, WhenType, WhenValues } from '../syntax/ast.ts';
import { setTarget, setType } from './annotations.ts';
import type { BodyContext } from './context.ts';
import { assignment } from './conversions.ts';
import { checkExpression } from './expressions.ts';
import { checkBlock, checkStatements } from './statements.ts';
import { typeName } from './wording.ts';

/** `switch on`: Integer, Long, String, enum values, or records by their type. */
export function checkSwitch(statement: SwitchStatement, context: BodyContext): void {
    const type = checkExpression(statement.expression, context);
    if (!isSwitchable(type))
        context.error(statement.expression, `${typeName(type)} is not a valid switch expression type`);
    const seen = new Set<string>();
    for (const clause of statement.clauses) {
        if (clause.kind === 'WhenType') checkWhenType(clause, type, context);
        else checkWhenValues(clause, statement, type, seen, context);
    }
    if (statement.otherwise !== null) checkBlock(statement.otherwise, context);
}

function isSwitchable(type: ApexType): boolean {
    if (type.kind === 'error' || type.kind === 'record') return true;
    if (type.kind !== 'class') return false;
    return (
        type.symbol.kind === 'enum' ||
        ['system.integer', 'system.long', 'system.string', 'system.id'].includes(type.symbol.key)
    );
}

function checkWhenType(clause: WhenType, type: ApexType, context: BodyContext): void {
    const target = resolveType(clause.type, context);
    setTarget(clause, target);
    if (type.kind !== 'record' || target.kind !== 'record') {
        context.error(
            clause,
            `${typeName(target)} type in when expression cannot be implicitly converted to the ${typeName(type)} type in switch expression`,
        );
    }
    context.inScope(() => {
        context.declare(clause.name.text, target, clause.name, { fromOutside: true });
        checkStatements(clause.body.statements, context);
    });
}

function checkWhenValues(
    clause: WhenValues,
    statement: SwitchStatement,
    type: ApexType,
    seen: Set<string>,
    context: BodyContext,
): void {
    for (const value of clause.values) {
        const key = valueKey(value);
        if (seen.has(key))
            context.error(statement.expression, `${key} occurs as more than one when branch for this switch statement`);
        seen.add(key);
        checkWhenValue(value, statement, type, context);
    }
    checkBlock(clause.body, context);
}

function checkWhenValue(value: Expression, statement: SwitchStatement, type: ApexType, context: BodyContext): void {
    if (type.kind === 'class' && type.symbol.kind === 'enum') {
        checkEnumConstant(value, type, context);
        return;
    }
    const valueType = checkExpression(value, context);
    if (valueType.kind !== 'null' && assignment(valueType, type) === null) {
        context.error(
            statement.expression,
            `${typeName(valueType)} value in when expression cannot be implicitly converted to the ${typeName(type)} type in switch expression`,
        );
    }
}

/** Constants stand unqualified, so they are looked up in the switched enum and nowhere else. */
function checkEnumConstant(value: Expression, type: Extract<ApexType, { kind: 'class' }>, context: BodyContext): void {
    if (value.kind === 'LiteralExpression' && value.literalType === 'null') {
        checkExpression(value, context);
        return;
    }
    if (value.kind !== 'NameExpression') {
        context.error(value, "Enum value used in 'when expression' should be unqualified");
        return;
    }
    const ordinal = type.symbol.constants.indexOf(value.name.toLowerCase());
    if (ordinal < 0) context.error(value, `Variable does not exist: ${value.name}`);
    else setType(value, type, { kind: 'enumConstant', symbol: type.symbol, ordinal, name: value.name });
}

function valueKey(value: Expression): string {
    if (value.kind === 'LiteralExpression') return String(value.value);
    if (value.kind === 'NameExpression') return value.name.toLowerCase();
    if (value.kind === 'UnaryExpression') return `${value.operator}${valueKey(value.operand)}`;
    return `${value.start}`;
}
