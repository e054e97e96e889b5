import { findConstructors, inheritedAs, type MethodCandidate } from '../bind/members.ts';
import { findType, resolveType } from '../bind/type-resolver.ts';
import { type ApexType, type ClassType, errorType, type RecordType, recordType } from '../bind/types.ts';
import type { NewCollectionExpression, NewObjectExpression } from '../syntax/ast.ts';
import { setConstructor, setConversion, setType, typeOf } from './annotations.ts';
import { convertArguments } from './calls.ts';
import type { BodyContext } from './context.ts';
import { checkAssignable, checkExpression } from './expressions.ts';
import { chooseOverload } from './overloads.ts';
import { apexTypeOfField } from './record-members.ts';
import { boxedDoubleFrom } from './conversions.ts';
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
    if (symbol.kind !== 'class' || (symbol.isAbstract && symbol.origin === 'source')) {
        context.error(
            expression,
            symbol.kind === 'class'
                ? `Abstract classes cannot be constructed: ${typeName(type)}`
                : `Type cannot be constructed: ${typeName(type)}`,
        );
        return setType(expression, type);
    }
    const constructors = constructorsOf(type, context);
    const chosen = chooseOverload(constructors, argumentTypes);
    if (chosen === undefined) {
        if (!argumentTypes.some((argument) => argument.kind === 'error'))
            reportNoConstructor(expression, type, argumentTypes, context);
        return setType(expression, type);
    }
    if (!isCallable(chosen.method, context))
        context.error(expression, `Method is not visible: ${candidateSignature(chosen)}`);
    convertArguments(expression.arguments, argumentTypes, chosen, context);
    setConstructor(expression, chosen.method);
    return setType(expression, type);
}

/** Every exception class of the project has the four constructors of exceptions, besides those that it declares. */
export function constructorsOf(type: ClassType, context: BodyContext): MethodCandidate[] {
    const own = findConstructors(type);
    const { symbol } = type;
    if (symbol.origin !== 'source' || inheritedAs(type, context.known.exception.symbol) === undefined) return own;
    const declared = own.filter(({ method }) => method.declaration !== null);
    return [...declared, ...findConstructors(context.universe.platformType('System', 'DmlException'))];
}

function reportNoConstructor(
    at: NewObjectExpression,
    type: ClassType,
    argumentTypes: readonly ApexType[],
    context: BodyContext,
): void {
    context.error(at, `Constructor not defined: [${typeName(type)}].<Constructor>${parameterList(argumentTypes)}`);
}

function checkNewRecord(expression: NewObjectExpression, type: RecordType, context: BodyContext): ApexType {
    for (const argument of expression.arguments) checkExpression(argument, context);
    const { info } = type;
    if (info === null) {
        context.error(expression, 'Type cannot be constructed: SObject');
        return setType(expression, type);
    }
    if (expression.arguments.length > 0) {
        context.error(expression, `Invalid constructor argument: expected name=value pairs for ${info.name}`);
    }
    for (const { name, value } of expression.fields) {
        const field = info.field(name.text);
        const lookup = field === undefined ? info.relationship(name.text) : undefined;
        if (field !== undefined) checkAssignable(value, apexTypeOfField(field, context), context);
        else if (lookup !== undefined) checkAssignable(value, parentOf(lookup.referenceTo, context), context);
        else {
            context.error(name, `Field does not exist: ${name.text} on ${info.name}`);
            checkExpression(value, context);
        }
    }
    return setType(expression, type);
}

function parentOf(referenceTo: readonly string[], context: BodyContext): ApexType {
    const { universe } = context;
    const target =
        referenceTo.length === 1 ? universe.schema.sobject(referenceTo[0] ?? '', universe.namespace) : undefined;
    return target === undefined ? universe.parseType('System.SObject') : recordType(target);
}

export function checkNewCollection(expression: NewCollectionExpression, context: BodyContext): ApexType {
    const type = collectionType(expression, context);
    if (expression.size !== null) checkAssignable(expression.size, context.known.integer, context);
    if (type.kind !== 'class') {
        for (const element of expression.elements) checkExpression(element, context);
        for (const { key, value } of expression.entries) {
            checkExpression(key, context);
            checkExpression(value, context);
        }
        return setType(expression, type);
    }
    const [first, second] = type.arguments;
    for (const element of expression.elements) {
        checkElement(element, first ?? errorType, 'expression', context);
    }
    for (const { key, value } of expression.entries) {
        checkElement(key, first ?? errorType, 'key', context);
        checkElement(value, second ?? errorType, 'value', context);
    }
    return setType(expression, type);
}

function collectionType(expression: NewCollectionExpression, context: BodyContext): ApexType {
    const type = findType(expression.type, context);
    if (type === undefined) return resolveType(expression.type, context);
    if (expression.type.arrayDepth === 0) return type;
    return resolveType(expression.type, context);
}

function checkElement(
    element: NewCollectionExpression['elements'][number],
    target: ApexType,
    role: string,
    context: BodyContext,
): void {
    const what =
        role === 'expression'
            ? 'Initial expression is of incorrect type, expected'
            : `Initial ${role} expression is of incorrect type, expected`;
    checkAssignable(element, target, context, (from) => `${what}: ${typeName(target)} but was: ${typeName(from)}`);
    if (target.key === 'system.double') setConversion(element, boxedDoubleFrom(typeOf(element)));
}
