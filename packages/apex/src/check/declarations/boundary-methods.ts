import type { MethodSymbol } from '../../bind/symbols.ts';
import { type ApexType, voidType } from '../../bind/types.ts';
import type { Universe } from '../../bind/universe.ts';
import type { SourceSpan } from '../../syntax/ast.ts';
import { typeName } from '../wording.ts';
import { type DeclarationScope, findAnnotation, hasKeyword, isGlobal, sourceTypesIn } from './element.ts';
import { ANNOTATION_RULES } from './modifier-rules.ts';
import {
    isAuraType,
    isFutureType,
    isGlobalType,
    isInvocableType,
    isList,
    isRemoteActionType,
    isRestType,
    isWebServiceType,
} from './supported-types.ts';

type Supports = (type: ApexType, universe: Universe) => boolean;

const HTTP_METHODS = ['httpdelete', 'httpget', 'httppatch', 'httppost', 'httpput'];
/** They get what they need from the URL. */
const HTTP_WITHOUT_PARAMETERS = ['httpdelete', 'httpget'];

/** Parameter and return types of methods that are called from outside of Apex, or from another namespace. */
export function checkBoundaryMethod(method: MethodSymbol, scope: DeclarationScope): void {
    const { declaration } = method;
    if (declaration === null) return;
    const at = declaration.name;
    for (const { name } of method.annotations) {
        const lower = name.toLowerCase();
        const printed = ANNOTATION_RULES[lower]?.name ?? name;
        if (lower === 'future') checkFuture(method, at, scope);
        else if (lower === 'invocablemethod') checkInvocable(method, at, scope);
        else if (lower === 'auraenabled') checkTypes(method, printed, isAuraType, at, scope);
        else if (lower === 'remoteaction') checkTypes(method, printed, isRemoteActionType, at, scope);
        else if (HTTP_METHODS.includes(lower)) checkHttp(method, lower, at, scope);
    }
    if (isGlobal(declaration.modifiers) || isOfGlobalInterface(method)) {
        checkTypes(method, 'global', isGlobalType, at, scope);
        checkDeprecation(method, at, scope);
    }
    if (hasKeyword(declaration.modifiers, 'webservice')) checkTypes(method, 'webService', isWebServiceType, at, scope);
}

function isOfGlobalInterface(method: MethodSymbol): boolean {
    return method.owner.kind === 'interface' && method.visibility === 'global';
}

function checkTypes(
    method: MethodSymbol,
    name: string,
    supports: Supports,
    at: SourceSpan,
    scope: DeclarationScope,
): void {
    const unsupported = method.parameterTypes.find((type) => !supports(type, scope.universe));
    if (unsupported !== undefined)
        scope.error(at, `${name} methods do not support parameter type of ${typeName(unsupported)}`);
    if (method.returnType.kind !== 'void' && !supports(method.returnType, scope.universe))
        scope.error(at, `${name} methods do not support return type of ${typeName(method.returnType)}`);
}

function checkFuture(method: MethodSymbol, at: SourceSpan, scope: DeclarationScope): void {
    checkTypes({ ...method, returnType: voidType }, 'Future', isFutureType, at, scope);
    if (method.returnType.kind !== 'void')
        scope.error(at, `Future methods do not support return type of ${typeName(method.returnType)}`);
    if (method.annotations.some(({ name }) => name.toLowerCase() === 'istest'))
        scope.error(at, 'Future methods cannot be IsTest');
}

function checkInvocable(method: MethodSymbol, at: SourceSpan, scope: DeclarationScope): void {
    const [parameter, ...more] = method.parameterTypes;
    if (more.length > 0) {
        scope.error(at, 'Only one parameter is supported on methods with @Invocable annotation');
    } else if (parameter !== undefined && !isList(parameter)) {
        scope.error(
            at,
            `Unsupported parameter type ${typeName(parameter)}. Valid invocable parameters must be List types like ` +
                'List<T> where T is a supported type',
        );
    } else {
        checkTypes(method, 'InvocableMethod', isInvocableType, at, scope);
    }
    if (method.annotations.some(({ name }) => !['invocablemethod', 'deprecated'].includes(name.toLowerCase()))) {
        scope.error(at, 'The only annotation that can be used with InvocableMethod is Deprecated');
    }
}

function checkHttp(method: MethodSymbol, lower: string, at: SourceSpan, scope: DeclarationScope): void {
    const name = ANNOTATION_RULES[lower]?.name ?? lower;
    if (HTTP_WITHOUT_PARAMETERS.includes(lower) && method.parameterTypes.length > 0) {
        scope.error(at, `${name} methods do not support parameters`);
    }
    checkTypes(method, name, (type) => isRestType(type), at, scope);
}

function checkDeprecation(method: MethodSymbol, at: SourceSpan, scope: DeclarationScope): void {
    if (findAnnotation(method.annotations, 'deprecated') !== undefined) return;
    const report = (type: ApexType, role: string): void => {
        for (const symbol of sourceTypesIn(type)) {
            if (findAnnotation(symbol.annotations, 'deprecated') === undefined) continue;
            scope.error(at, `Global methods must be deprecated when ${role} type is deprecated: ${typeName(type)}`);
        }
    };
    for (const type of method.parameterTypes) report(type, 'parameter');
    report(method.returnType, 'return');
}
