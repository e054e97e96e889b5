import { findMethods, type MethodCandidate } from '../bind/members.ts';
import type { TypeSymbol } from '../bind/symbols.ts';
import { type ApexType, classType, errorType, genericRecord, voidType } from '../bind/types.ts';
import type { Expression, MethodCallExpression } from '../syntax/ast.ts';
import { bindingOf, type MethodCall, setConversion, setType } from './annotations.ts';
import { checkConstructorCall } from './constructor-calls.ts';
import type { BodyContext } from './context.ts';
import { boxedDoubleFrom } from './conversions.ts';
import { checkAny, checkExpression, convertTo } from './expressions.ts';
import { chooseOverload } from './overloads.ts';
import { findRecordStatic } from './record-statics.ts';
import { isCallable, isTypeVisible } from './visibility.ts';
import { candidateSignature, parameterList, typeName } from './wording.ts';

/** Where a call finds its method: the candidates, and how they are reached. */
interface Callee {
    readonly candidates: readonly MethodCandidate[];
    /** As the platform names the receiver's type in "does not exist" sentences. */
    readonly ownerName: string;
    readonly receiver: 'implicit' | 'type' | 'value' | 'super';
    readonly receiverType: ApexType;
}

export function checkMethodCall(call: MethodCallExpression, context: BodyContext): ApexType {
    const lower = call.name.text.toLowerCase();
    if (call.receiver === null && (lower === 'this' || lower === 'super')) return checkConstructorCall(call, context);
    const callee = findCallee(call, context);
    const argumentTypes = call.arguments.map((argument) => checkExpression(argument, context));
    if (callee === null) return setType(call, errorType);
    const name = call.name.text;
    const chosen = chooseOverload(
        {
            at: call,
            name,
            candidates: callee.candidates,
            argumentTypes,
            notFound: notFound(name, argumentTypes, callee.ownerName),
        },
        context,
    );
    if (chosen === undefined) return setType(call, errorType);
    reportMisuse(call, chosen, callee, context);
    convertArguments(call.arguments, argumentTypes, chosen, context);
    return setType(call, resultType(chosen, callee), {
        kind: 'method',
        call: withBindable(bind(call, chosen, callee), context),
    });
}

const DYNAMIC_QUERIES = new Set(['query', 'countquery', 'getquerylocator', 'getcursor']);

/** Dynamic SOQL names variables of the code around it (Apex Developer Guide, "Dynamic SOQL"). */
function withBindable(call: MethodCall, context: BodyContext): MethodCall {
    const { method } = call;
    const isDynamicQuery = method.owner.key === 'system.database' && DYNAMIC_QUERIES.has(method.name.toLowerCase());
    return isDynamicQuery ? { ...call, bindable: context.visibleVariables() } : call;
}

function findCallee(call: MethodCallExpression, context: BodyContext): Callee | null {
    const { receiver } = call;
    if (receiver === null) return findImplicit(call, context);
    if (receiver.kind === 'SuperExpression') return findSuper(call, context);
    const type = checkAny(receiver, context);
    const binding = bindingOf(receiver);
    if (binding?.kind === 'namespace' || binding?.kind === 'labelNamespace') {
        context.error(
            receiver,
            `Variable does not exist: ${binding.kind === 'namespace' ? binding.name : binding.namespace}`,
        );
        return null;
    }
    if (type.kind === 'error') return null;
    if (type.kind === 'void' || type.kind === 'null') {
        context.error(call, notFound(call.name.text, [], typeName(type)));
        return null;
    }
    const isType = binding?.kind === 'type';
    const callee = calleeOf(type, call.name.text, isType, context);
    if (!isType || callee.candidates.length > 0 || receiver.kind !== 'NameExpression') return callee;
    return callee;
}

function calleeOf(type: ApexType, name: string, isType: boolean, context: BodyContext): Callee {
    const receiver = isType ? 'type' : 'value';
    const ownerName = typeName(type);
    if (type.kind === 'record') {
        const record = context.universe.platformType('System', 'SObject');
        const statics = isType && type.info !== null ? findRecordStatic(type, name, context) : [];
        return {
            candidates: statics.length > 0 ? statics : findMethods(record, name),
            ownerName,
            receiver,
            receiverType: type,
        };
    }
    if (type.kind !== 'class') return { candidates: [], ownerName, receiver, receiverType: type };
    return { candidates: findMethods(type, name), ownerName, receiver, receiverType: type };
}

function findImplicit(call: MethodCallExpression, context: BodyContext): Callee {
    const name = call.name.text;
    for (let owner: TypeSymbol | null = context.enclosing; owner !== null; owner = owner.outer) {
        const type = classType(owner);
        const candidates = findMethods(type, name).filter(
            ({ method }) => owner === context.enclosing || method.static || method.owner.origin === 'platform',
        );
        if (candidates.length > 0)
            return { candidates, ownerName: owner.displayName, receiver: 'implicit', receiverType: type };
    }
    const ownerName = context.enclosing?.displayName ?? 'anonymous_user';
    return { candidates: [], ownerName, receiver: 'implicit', receiverType: voidType };
}

function findSuper(call: MethodCallExpression, context: BodyContext): Callee | null {
    const parent = context.enclosing?.superclass ?? null;
    const type = parent ?? context.known.object;
    if (type.kind !== 'class') return null;
    return {
        candidates: findMethods(type, call.name.text),
        ownerName: typeName(type),
        receiver: 'super',
        receiverType: type,
    };
}

function notFound(name: string, argumentTypes: readonly ApexType[], ownerName: string): string {
    return `Method does not exist or incorrect signature: void ${name}${parameterList(argumentTypes)} from the type ${ownerName}`;
}

function reportMisuse(call: MethodCallExpression, chosen: MethodCandidate, callee: Callee, context: BodyContext): void {
    const { method } = chosen;
    const signature = (): string => candidateSignature(chosen);
    if (!isCallable(method, context)) context.error(call, `Method is not visible: ${signature()}`);
    else reportInvisibleTypes(call, chosen, context);
    if (callee.receiver === 'super') reportSuper(call, chosen, context);
    if (context.inConstructorCall && callee.receiver === 'implicit' && !method.static) {
        context.error(call, `Cannot reference instance methods in a constructor invocation: ${signature()}`);
    }
    const staticContext =
        callee.receiver === 'type' ||
        (callee.receiver === 'implicit' && (context.isStatic || method.owner !== ownerIn(context, method)));
    if (!method.static && staticContext && callee.receiverType.kind !== 'record') {
        context.error(call, `Non static method cannot be referenced from a static context: ${signature()}`);
    } else if (method.static && (callee.receiver === 'value' || callee.receiver === 'super')) {
        context.error(call, `Static method cannot be referenced from a non static context: ${signature()}`);
    }
}

function reportSuper(call: MethodCallExpression, chosen: MethodCandidate, context: BodyContext): void {
    if (context.isStatic) context.error(call, 'Super cannot be referenced in a static context');
    if (chosen.method.isAbstract && chosen.method.owner.kind === 'class')
        context.error(call, `Abstract method cannot be called directly: ${candidateSignature(chosen)}`);
}

/** A method that can be called may speak of types that cannot be named here. */
function reportInvisibleTypes(call: MethodCallExpression, chosen: MethodCandidate, context: BodyContext): void {
    const { returnType, parameterTypes } = chosen;
    const hidden = parameterTypes.find((type) => !isTypeVisible(type, context));
    if (!isTypeVisible(returnType, context)) {
        const signature = candidateSignature(chosen);
        context.error(call, `Method return type ${typeName(returnType)} is not visible for: ${signature}`);
    } else if (hidden !== undefined) {
        const signature = candidateSignature(chosen);
        context.error(call, `Method parameter type ${typeName(hidden)} is not visible for: ${signature}`);
    }
}

/** The owner itself where the method is inherited or own; the enclosing class otherwise (then it is an outer one's). */
function ownerIn(context: BodyContext, method: MethodCandidate['method']): TypeSymbol | null {
    const { enclosing } = context;
    if (enclosing === null) return null;
    return findMethods(classType(enclosing), method.name).some((candidate) => candidate.method === method)
        ? method.owner
        : enclosing;
}

/** Notes the conversions of arguments; a parameter whose declared type is a type variable takes values in boxed form. */
export function convertArguments(
    argumentExpressions: readonly Expression[],
    argumentTypes: readonly ApexType[],
    chosen: MethodCandidate,
    context: BodyContext,
): void {
    for (const [index, argument] of argumentExpressions.entries()) {
        const from = argumentTypes[index];
        const target = chosen.parameterTypes[index];
        if (from === undefined || target === undefined) continue;
        convertTo(argument, from, target, context);
        if (target.key === 'system.double' && chosen.method.parameterTypes[index]?.kind === 'variable') {
            setConversion(argument, boxedDoubleFrom(from));
        }
    }
}

function resultType(chosen: MethodCandidate, callee: Callee): ApexType {
    const { method, returnType } = chosen;
    const onRecord = callee.receiverType.kind === 'record' && method.owner.key === 'system.sobject';
    if (onRecord && method.name.toLowerCase() === 'clone') return callee.receiverType;
    return returnType.kind === 'class' && returnType.symbol.key === 'system.sobject' ? genericRecord : returnType;
}

function bind(call: MethodCallExpression, chosen: MethodCandidate, callee: Callee): MethodCall {
    const { method } = chosen;
    const resultIsBoxed = method.returnType.kind === 'variable' && chosen.returnType.key === 'system.double';
    const base = { method, implicit: callee.receiver === 'implicit', resultIsBoxed };
    const receiverBinding = call.receiver === null ? undefined : bindingOf(call.receiver);
    if (method.name === 'addError' && receiverBinding?.kind === 'recordField')
        return { ...base, dispatch: 'fieldError' };
    if (callee.receiverType.kind === 'record' && callee.receiverType.info !== null && callee.receiver === 'type') {
        return { ...base, dispatch: 'recordStatic', info: callee.receiverType.info };
    }
    if (method.owner.origin === 'source' && method.owner.kind !== 'enum') {
        if (callee.receiver === 'super') return { ...base, dispatch: 'super' };
        return { ...base, dispatch: method.owner.kind === 'interface' ? 'interface' : 'direct' };
    }
    if (callee.receiver === 'super' && isException(callee.receiverType)) return { ...base, dispatch: 'super' };
    if (!method.static && isAnsweredByObjects(callee.receiverType, method.owner))
        return { ...base, dispatch: 'interface' };
    return { ...base, dispatch: 'library' };
}

/** Platform interfaces are answered by whatever object implements them, exceptions by the exception itself. */
function isAnsweredByObjects(receiverType: ApexType, owner: TypeSymbol): boolean {
    if (owner.kind === 'interface') return !isCollection(receiverType);
    return owner.key === 'system.exception' || (isException(receiverType) && owner.key !== 'system.object');
}

function isCollection(type: ApexType): boolean {
    return type.kind === 'class' && ['system.list', 'system.set', 'system.map'].includes(type.symbol.key);
}

function isException(type: ApexType): boolean {
    for (let current: ApexType | null = type; current?.kind === 'class'; current = current.symbol.superclass) {
        if (current.symbol.key === 'system.exception') return true;
    }
    return false;
}
