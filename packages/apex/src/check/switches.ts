import { findField } from '../bind/members.ts';
import type { FieldSymbol } from '../bind/symbols.ts';
import { resolveType } from '../bind/type-resolver.ts';
import type { ApexType } from '../bind/types.ts';
import type { Expression, NameExpression, SwitchStatement, WhenType, WhenValues } from '../syntax/ast.ts';
import { bindingOf, setTarget, setType } from './annotations.ts';
import type { BodyContext } from './context.ts';
import { assignment } from './conversions.ts';
import { checkExpression } from './expressions.ts';
import { checkBlock, checkStatements } from './statements.ts';
import { typeName } from './wording.ts';

/** `switch on`: Integer, Long, String, enum values, or generic records by their type. */
export function checkSwitch(statement: SwitchStatement, context: BodyContext): void {
    const type = checkExpression(statement.expression, context);
    const isValid = isSwitchable(type);
    if (!isValid) context.error(statement.expression, `${typeName(type)} is not a valid switch expression type`);
    const seen = new Set<string>();
    for (const clause of statement.clauses) {
        if (clause.kind === 'WhenType') checkWhenType(clause, statement, type, seen, context);
        else checkWhenValues(clause, statement, type, seen, context);
    }
    if (statement.otherwise !== null) checkBlock(statement.otherwise, context);
}

function isSwitchable(type: ApexType): boolean {
    if (type.kind === 'error') return true;
    if (type.kind === 'record') return type.info === null;
    if (type.kind !== 'class') return false;
    return type.symbol.kind === 'enum' || ['system.integer', 'system.long', 'system.string'].includes(type.symbol.key);
}

function checkWhenType(
    clause: WhenType,
    statement: SwitchStatement,
    type: ApexType,
    seen: Set<string>,
    context: BodyContext,
): void {
    const target = resolveType(clause.type, context);
    setTarget(clause, target);
    if (isSwitchable(type) && (type.kind !== 'record' || target.kind !== 'record')) {
        context.error(
            clause,
            `${typeName(target)} type in when expression cannot be implicitly converted to the ${typeName(type)} type in switch expression`,
        );
    }
    if (target.kind === 'record') reportRepeated(typeName(target), target.key, statement, seen, context);
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
        checkWhenValue(value, statement, type, context);
        const { shown, key } = describeValue(value);
        reportRepeated(shown, key, statement, seen, context);
    }
    checkBlock(clause.body, context);
}

function reportRepeated(
    shown: string,
    key: string,
    statement: SwitchStatement,
    seen: Set<string>,
    context: BodyContext,
): void {
    if (seen.has(key))
        context.error(statement.expression, `${shown} occurs as more than one when branch for this switch statement`);
    seen.add(key);
}

function checkWhenValue(value: Expression, statement: SwitchStatement, type: ApexType, context: BodyContext): void {
    const isNull = value.kind === 'LiteralExpression' && value.literalType === 'null';
    if (type.kind === 'class' && type.symbol.kind === 'enum' && !isNull && value.kind !== 'LiteralExpression') {
        checkEnumConstant(value, type, context);
        return;
    }
    const valueType = value.kind === 'NameExpression' ? checkConstant(value, context) : checkExpression(value, context);
    if (type.kind === 'record' && !isNull) {
        context.error(value, "Switching on SObject types must be a 'when type variable' or 'when null'");
    } else if (valueType.kind !== 'null' && isSwitchable(type) && assignment(valueType, type) === null) {
        context.error(
            statement.expression,
            `${typeName(valueType)} value in when expression cannot be implicitly converted to the ${typeName(type)} type in switch expression`,
        );
    }
}

/** A name must be that of a constant of the class: `static final`, with a literal for its value. */
function checkConstant(value: NameExpression, context: BodyContext): ApexType {
    const type = checkExpression(value, context);
    const binding = bindingOf(value);
    if (binding?.kind === 'local' || (binding?.kind === 'field' && !binding.field.static)) {
        context.error(value, `Variable does not exist: ${value.name}`);
    } else if (binding?.kind === 'field' && !isLiteralConstant(binding.field)) {
        context.error(value, 'Field must be an enum reference');
    }
    return type;
}

function isLiteralConstant({ final, declarator }: FieldSymbol): boolean {
    return final && declarator?.initializer?.kind === 'LiteralExpression';
}

/** Constants stand unqualified, so they are looked up in the switched enum and nowhere else. */
function checkEnumConstant(value: Expression, type: Extract<ApexType, { kind: 'class' }>, context: BodyContext): void {
    if (value.kind !== 'NameExpression') {
        context.error(value, "Enum value used in 'when expression' should be unqualified");
        return;
    }
    const ordinal = type.symbol.constants.indexOf(value.name.toLowerCase());
    if (ordinal < 0 || findField(type.symbol, value.name) === undefined) {
        context.error(value, `Variable does not exist: ${value.name}`);
    } else {
        setType(value, type, { kind: 'enumConstant', symbol: type.symbol, ordinal, name: value.name });
    }
}

/** How a value is shown in a sentence, and what makes two of them the same. */
function describeValue(value: Expression): { shown: string; key: string } {
    if (value.kind === 'LiteralExpression') return { shown: String(value.value), key: `=${String(value.value)}` };
    if (value.kind === 'NameExpression') {
        const binding = bindingOf(value);
        const initial = binding?.kind === 'field' ? binding.field.declarator?.initializer : undefined;
        if (initial?.kind === 'LiteralExpression') return describeValue(initial);
        return { shown: value.name, key: value.name.toLowerCase() };
    }
    if (value.kind === 'UnaryExpression') {
        const { shown } = describeValue(value.operand);
        return { shown: `${value.operator}${shown}`, key: `=${value.operator}${shown}` };
    }
    return { shown: '', key: `@${value.start}` };
}
