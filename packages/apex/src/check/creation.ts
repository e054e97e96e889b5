import { findConstructors, inheritedAs, type MethodCandidate } from '../bind/members.ts';
import { resolveType } from '../bind/type-resolver.ts';
import { type ApexType, type ClassType, errorType } from '../bind/types.ts';
import type { NewObjectExpression } from '../syntax/ast.ts';
import { setConstructor, setType } from './annotations.ts';
import { convertArguments } from './calls.ts';
import type { BodyContext } from './context.ts';
import { checkExpression } from './expressions.ts';
import { collectionSourceFault } from './new-collections.ts';
import { checkNewRecord } from './new-records.ts';
import { chooseOverload } from './overloads.ts';
import { isCallable } from './visibility.ts';
import { candidateSignature, parameterList, typeName } from './wording.ts';

export function checkNewObject(expression: NewObjectExpression, context: BodyContext): ApexType {
    const type = resolveType(expression.type, context);
    if (type.kind === 'record') return checkNewRecord(expression, type, context);
    const argumentTypes = expression.arguments.map((argument) => checkExpression(argument, context));
    for (const field of expression.fields) checkExpression(field.value, context);
    if (type.kind !== 'class') return setType(expression, errorType);
    const { symbol } = type;
    if (expression.fields.length > 0) {
        context.error(
            expression,
            `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${typeName(type)}`,
        );
        return setType(expression, type);
    }
    if (symbol.kind === 'class' && symbol.isAbstract && symbol.origin === 'source') {
        context.error(expression, `Abstract classes cannot be constructed: ${typeName(type)}`);
        return setType(expression, type);
    }
    if (symbol.kind !== 'class' || !isConstructable(type, context)) {
        context.error(expression, `Type cannot be constructed: ${typeName(type)}`);
        return setType(expression, type);
    }
    const misfit = collectionSourceFault(expression, type, argumentTypes);
    if (misfit !== undefined) {
        context.error(expression, misfit);
        return setType(expression, type);
    }
    const constructors = constructorsOf(type, context);
    const notFound = `Constructor not defined: [${typeName(type)}].<Constructor>${parameterList(argumentTypes)}`;
    const chosen = chooseOverload(
        { at: expression, name: '<init>', candidates: constructors, argumentTypes, notFound },
        context,
    );
    if (chosen === undefined) return setType(expression, type);
    if (!isCallable(chosen.method, context))
        context.error(expression, `Method is not visible: ${candidateSignature(chosen)}`);
    convertArguments(expression.arguments, argumentTypes, chosen, context);
    setConstructor(expression, chosen.method);
    return setType(expression, type);
}

function isConstructable(type: ClassType, context: BodyContext): boolean {
    const { symbol } = type;
    return symbol.origin === 'source' || (symbol.constructors.length > 0 && symbol !== context.known.exception.symbol);
}

/** Every exception class of the project has the four constructors of exceptions, besides those that it declares. */
export function constructorsOf(type: ClassType, context: BodyContext): MethodCandidate[] {
    const own = findConstructors(type);
    const { symbol } = type;
    if (symbol.origin !== 'source' || inheritedAs(type, context.known.exception.symbol) === undefined) return own;
    const declared = own.filter(({ method }) => method.declaration !== null);
    return [...declared, ...findConstructors(context.universe.platformType('System', 'DmlException'))];
}
