import type { DiagnosticsCollector } from '../../bind/diagnostics-collector.ts';
import type { TypeSymbol } from '../../bind/symbols.ts';
import type { TypeScope } from '../../bind/type-resolver.ts';
import type { Universe } from '../../bind/universe.ts';
import type { ClassDeclaration, Identifier, Member, TypeDeclaration } from '../../syntax/ast.ts';
import { checkAnnotatedMembers } from './annotated-members.ts';
import { checkAnnotationProperties } from './annotation-properties.ts';
import { checkBoundaryMethod } from './boundary-methods.ts';
import { checkDuplicateConstants, checkDuplicateMethods, checkDuplicateTypes } from './duplicates.ts';
import { type DeclaredElement, DeclarationScope, type ElementKind } from './element.ts';
import { checkExceptionClass } from './exception-classes.ts';
import { nameFault, type NamedThing } from './identifiers.ts';
import { checkImplementations } from './implementations.ts';
import { checkBodiesOf, checkInterfaceMethods } from './method-bodies.ts';
import { checkModifiers } from './modifiers.ts';
import { checkOverrides } from './overrides.ts';
import { checkAccessors } from './property-accessors.ts';
import { checkTestClass } from './test-classes.ts';
import { checkTypeHeader } from './type-headers.ts';

const TYPE_KINDS = {
    ClassDeclaration: 'classes',
    InterfaceDeclaration: 'interfaces',
    EnumDeclaration: 'enums',
} as const satisfies Record<TypeDeclaration['kind'], ElementKind>;

const MEMBER_KINDS = {
    FieldDeclaration: 'fields',
    PropertyDeclaration: 'properties',
    MethodDeclaration: 'methods',
    ConstructorDeclaration: 'constructors',
} as const;

/**
 * Checks what a type says of itself and its members, bodies apart: modifiers, annotations, names, inheritance. Headers and
 * member signatures have been resolved; each rule family is a file of this folder.
 */
export function checkTypeDeclarations(symbol: TypeSymbol, universe: Universe, diagnostics: DiagnosticsCollector): void {
    const { declaration } = symbol;
    if (declaration === null) return;
    const scope = new DeclarationScope(symbol, universe, diagnostics);
    const types: TypeScope = { universe, diagnostics, file: symbol.file, enclosing: symbol };
    checkName(declaration.name, symbol.outer === null ? 'type' : 'innerType', scope);
    checkTypeHeader(declaration, types, scope);
    checkElement(typeElement(declaration, symbol), scope);
    if (declaration.kind === 'EnumDeclaration') {
        for (const constant of declaration.constants) checkName(constant, 'variable', scope);
        checkDuplicateConstants(declaration, scope);
        return;
    }
    checkDuplicateMethods(scope);
    for (const method of [...symbol.methods.values(), symbol.constructors].flat()) checkBoundaryMethod(method, scope);
    if (declaration.kind === 'InterfaceDeclaration') checkInterfaceMethods(declaration, scope);
    else checkClass(declaration, scope);
    for (const inner of symbol.innerTypes.values()) checkTypeDeclarations(inner, universe, diagnostics);
}

function checkClass(declaration: ClassDeclaration, scope: DeclarationScope): void {
    checkDuplicateTypes(declaration, scope);
    checkExceptionClass(declaration, scope);
    for (const member of declaration.members) checkMember(member, scope);
    checkBodiesOf(declaration, scope);
    checkOverrides(scope);
    checkImplementations(declaration.name, scope);
    checkAnnotatedMembers(scope);
    checkTestClass(scope);
}

function typeElement(declaration: TypeDeclaration, symbol: TypeSymbol): DeclaredElement {
    return {
        kind: TYPE_KINDS[declaration.kind],
        modifiers: declaration.modifiers,
        at: declaration.name,
        definingType: null,
        enclosingType: symbol.outer,
    };
}

function checkMember(member: Member, scope: DeclarationScope): void {
    switch (member.kind) {
        case 'FieldDeclaration':
            for (const { name } of member.declarators) checkName(name, 'variable', scope);
            break;
        case 'PropertyDeclaration':
            checkName(member.name, 'variable', scope);
            checkAccessors(member, scope);
            break;
        case 'MethodDeclaration':
            checkName(member.name, 'method', scope);
            checkParameters(member.parameters, scope);
            break;
        case 'ConstructorDeclaration':
            checkParameters(member.parameters, scope);
            break;
        default:
            return;
    }
    const { symbol } = scope;
    checkElement(
        {
            kind: MEMBER_KINDS[member.kind],
            modifiers: member.modifiers,
            at: member,
            definingType: symbol,
            enclosingType: symbol.outer,
        },
        scope,
    );
}

function checkParameters(
    parameters: Extract<Member, { kind: 'MethodDeclaration' }>['parameters'],
    scope: DeclarationScope,
): void {
    for (const { name, modifiers } of parameters) {
        checkName(name, 'variable', scope);
        checkElement({ kind: 'parameters', modifiers, at: name, definingType: null, enclosingType: null }, scope);
    }
}

function checkElement(element: DeclaredElement, scope: DeclarationScope): void {
    checkModifiers(element, scope);
    checkAnnotationProperties(element, scope);
}

function checkName(name: Identifier, thing: NamedThing, scope: DeclarationScope): void {
    const fault = nameFault(name.text, thing);
    if (fault !== undefined) scope.error(name, fault);
}
