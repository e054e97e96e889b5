import { resolveType } from '../bind/type-resolver.ts';
import type { ApexType } from '../bind/types.ts';
import type { CastExpression, InstanceOfExpression } from '../syntax/ast.ts';
import { setConversion, setTarget, setType } from './annotations.ts';
import type { BodyContext } from './context.ts';
import { assignment, castable, isObject } from './conversions.ts';
import { checkExpression } from './expressions.ts';
import { isParentOfType } from './polymorphic-parents.ts';
import { isSingleRecordQuery } from './queries.ts';
import { typeName } from './wording.ts';

/** `(Type) value` */
export function checkCast(expression: CastExpression, context: BodyContext): ApexType {
    const target = resolveType(expression.type, context);
    const from = checkExpression(expression.expression, context);
    setTarget(expression, target);
    if (isSingleRecordQuery(expression.expression, target)) {
        setConversion(expression.expression, 'singleRecord');
    } else if (!castable(from, target) && !isParentOfType(expression.expression, target)) {
        const never = `an instance of ${typeName(from)} is never an instance of ${typeName(target)}`;
        context.error(expression, `Incompatible types since ${never}`);
    }
    return setType(expression, target);
}

/** `value instanceof Type`: refused where the answer is known beforehand. */
export function checkInstanceOf(expression: InstanceOfExpression, context: BodyContext): ApexType {
    const from = checkExpression(expression.expression, context);
    const target = resolveType(expression.type, context);
    setTarget(expression, target);
    if (from.key === 'system.double') setConversion(expression.expression, 'boxDouble');
    if (from.kind === 'null' || from.kind === 'void') {
        context.error(expression, `Operation instanceof is not allowed on type: ${typeName(from)}`);
    } else if (from.kind !== 'error' && target.kind !== 'error' && !isParentOfType(expression.expression, target)) {
        reportKnownAnswer(expression, from, target, context);
    }
    return setType(expression, context.known.boolean);
}

function reportKnownAnswer(at: InstanceOfExpression, from: ApexType, target: ApexType, context: BodyContext): void {
    const types = (word: string): string =>
        `an instance of ${typeName(from)} is ${word} an instance of ${typeName(target)}`;
    if (!castable(from, target) || isRecordListAsObject(from, target)) {
        context.error(at, `Operation instanceof is always false since ${types('never')}`);
    } else if (assignment(from, target) !== null && !mayFail(from, target)) {
        context.error(at, `Operation instanceof is always true since ${types('always')}`);
    }
}

/** Assignable, but checked at run time: a String as an Id, generic records as those of one object. */
function mayFail(from: ApexType, target: ApexType): boolean {
    if (from.key === 'system.string' && target.key === 'system.id') return true;
    if (from.kind === 'record' && target.kind === 'record') return from.info === null && target.info !== null;
    if (from.kind !== 'class' || target.kind !== 'class' || from.symbol !== target.symbol) return false;
    if (from.key === target.key) return from.symbol.key === 'system.list' && from.arguments[0]?.kind === 'record';
    return from.arguments.some((argument, index) => {
        const other = target.arguments[index];
        return (
            argument.kind === 'record' && other?.kind === 'record' && !(argument.info !== null && other.info === null)
        );
    });
}

/** The platform's compiler denies that lists of records are objects, whatever their elements. */
function isRecordListAsObject(from: ApexType, target: ApexType): boolean {
    const isRecordList =
        from.kind === 'class' && from.symbol.key === 'system.list' && from.arguments[0]?.kind === 'record';
    const isListOfObject =
        target.kind === 'class' && target.symbol.key === 'system.list' && target.arguments.some(isObject);
    return isRecordList && (isObject(target) || isListOfObject);
}
