import type { FieldSymbol, MethodSymbol } from '../../bind/symbols.ts';
import { methodSignature, typeName } from '../wording.ts';
import { type DeclarationScope, findAnnotation, hasKeyword } from './element.ts';
import { isAuraType, isInvocableVariableType, isWebServiceType } from './supported-types.ts';

const ONE_PER_TYPE = [
    ['invocablemethod', 'InvocableMethod'],
    ['testsetup', 'TestSetup'],
    ['httpdelete', 'HttpDelete'],
    ['httpget', 'HttpGet'],
    ['httppatch', 'HttpPatch'],
    ['httppost', 'HttpPost'],
    ['httpput', 'HttpPut'],
] as const;

const READ_ONLY_WITH = ['remoteaction', 'httpget', 'httppost', 'httppatch', 'httpput', 'httpdelete'];

/** Rules that look at all annotated methods and fields of a class together. */
export function checkAnnotatedMembers(scope: DeclarationScope): void {
    const methods = [...scope.symbol.methods.values()].flat();
    for (const [lower, name] of ONE_PER_TYPE) {
        const [, second] = methods.filter(({ annotations }) => findAnnotation(annotations, lower));
        if (second?.declaration) {
            scope.error(second.declaration.name, `Only one method per type can be defined with: ${name}`);
        }
    }
    checkAuraEnabled(methods, scope);
    checkRemoteActions(methods, scope);
    checkWebServices(methods, scope);
    for (const method of methods) checkReadOnly(method, scope);
    for (const field of scope.symbol.fields.values()) checkField(field, scope);
}

function checkAuraEnabled(methods: readonly MethodSymbol[], scope: DeclarationScope): void {
    const enabled = methods.filter(({ annotations }) => findAnnotation(annotations, 'auraenabled'));
    const seen = new Set<string>();
    for (const { name, declaration, static: isStatic, parameterTypes } of enabled) {
        const at = declaration?.name;
        if (at === undefined) continue;
        const lower = name.toLowerCase();
        if (seen.has(lower)) scope.error(at, `Overload of AuraEnabled method: ${name} overload is not permitted`);
        seen.add(lower);
        if (isStatic) continue;
        if (!lower.startsWith('get')) {
            scope.error(at, "Non static AuraEnabled methods must be named with a prefix 'get'");
        } else if (parameterTypes.length > 0) {
            scope.error(at, 'Non static AuraEnabled methods may not have parameters');
        }
        const field = scope.symbol.fields.get(lower.slice('get'.length));
        if (field !== undefined && findAnnotation(field.annotations, 'auraenabled') !== undefined) {
            const property = name.slice('get'.length);
            scope.error(at, `AuraEnabled method and variable cannot have the same name: ${property}`);
        }
    }
}

function checkRemoteActions(methods: readonly MethodSymbol[], scope: DeclarationScope): void {
    const seen = new Set<string>();
    for (const { name, annotations, declaration, parameterTypes } of methods) {
        if (declaration === null || findAnnotation(annotations, 'remoteaction') === undefined) continue;
        const key = `${name.toLowerCase()}/${parameterTypes.length}`;
        if (seen.has(key)) {
            scope.error(
                declaration.name,
                'Remote Action does not support two remote action methods with the same name and same number of parameters',
            );
        }
        seen.add(key);
    }
}

function checkWebServices(methods: readonly MethodSymbol[], scope: DeclarationScope): void {
    const seen = new Set<string>();
    for (const method of methods) {
        const { declaration } = method;
        if (declaration === null || !hasKeyword(declaration.modifiers, 'webservice')) continue;
        const lower = method.name.toLowerCase();
        if (seen.has(lower)) {
            const signature = methodSignature(method);
            scope.error(
                declaration.name,
                `Web Service does not support two web service methods with the same name: ${signature}`,
            );
        }
        seen.add(lower);
    }
}

function checkReadOnly(method: MethodSymbol, scope: DeclarationScope): void {
    const { annotations, declaration, parameterTypes } = method;
    if (declaration === null || findAnnotation(annotations, 'readonly') === undefined) return;
    const isCalledFromOutside =
        hasKeyword(declaration.modifiers, 'webservice') ||
        READ_ONLY_WITH.some((lower) => findAnnotation(annotations, lower) !== undefined);
    if (isCalledFromOutside) return;
    const isSchedule =
        method.name.toLowerCase() === 'execute' && parameterTypes[0]?.key === 'system.schedulablecontext';
    if (method.static) {
        scope.error(
            declaration.name,
            'ReadOnly methods require at least one of the following webService, RemoteAction, HttpGet, HttpPost, ' +
                'HttpPatch, HttpPut, HttpDelete',
        );
    } else if (!isSchedule) {
        scope.error(
            declaration.name,
            'Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly',
        );
    }
}

function checkField(field: FieldSymbol, scope: DeclarationScope): void {
    const at = field.declarator ?? field.property?.name;
    if (at === undefined) return;
    const { universe } = scope;
    const kind = field.property === null ? 'fields' : 'properties';
    if (findAnnotation(field.annotations, 'invocablevariable') && !isInvocableVariableType(field.type, universe)) {
        scope.error(at, `InvocableVariable ${kind} do not support type of ${typeName(field.type)}`);
    }
    if (findAnnotation(field.annotations, 'auraenabled') && !isAuraType(field.type, universe)) {
        scope.error(at, `AuraEnabled ${kind} do not support type of ${typeName(field.type)}`);
    }
    const { declaration } = scope.symbol;
    const written = declaration?.kind === 'ClassDeclaration' ? declaration.members.find(declares(field)) : undefined;
    const isWebService = written !== undefined && 'modifiers' in written && hasKeyword(written.modifiers, 'webservice');
    if (isWebService && !isWebServiceType(field.type, universe)) {
        scope.error(at, `webService ${kind} do not support type of ${typeName(field.type)}`);
    }
}

function declares(field: FieldSymbol): (member: import('../../syntax/ast.ts').Member) => boolean {
    return (member) =>
        member === field.property ||
        (member.kind === 'FieldDeclaration' && member.declarators.some((each) => each === field.declarator));
}
