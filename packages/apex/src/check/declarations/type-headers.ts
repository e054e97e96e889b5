import { findType, spell, type TypeScope } from '../../bind/type-resolver.ts';
import type { ApexType } from '../../bind/types.ts';
import type { TypeDeclaration, TypeReference } from '../../syntax/ast.ts';
import { isObject } from '../conversions.ts';
import { typeName } from '../wording.ts';
import { type DeclarationScope, findAnnotation, hasKeyword } from './element.ts';

/** Whether a type may be declared where it stands, and may inherit what its header names. */
export function checkTypeHeader(declaration: TypeDeclaration, types: TypeScope, scope: DeclarationScope): void {
    const { symbol } = scope;
    if (symbol.outer?.outer != null) scope.error(declaration.name, 'Inner types are not allowed to have inner types');
    if (symbol.outer === null) checkTopLevelVisibility(declaration, scope);
    if (declaration.kind === 'EnumDeclaration') return;
    if (declaration.kind === 'ClassDeclaration' && declaration.superclass !== null) {
        checkSuperclass(declaration.superclass, types, scope);
    }
    checkInterfaces(declaration.interfaces, types, scope);
}

function checkTopLevelVisibility({ modifiers }: TypeDeclaration, scope: DeclarationScope): void {
    const isVisible = ['public', 'global', 'webservice'].some((keyword) => hasKeyword(modifiers, keyword));
    if (!isVisible && findAnnotation(modifiers.annotations, 'istest') === undefined)
        scope.error(modifiers.span, 'Top-level type must have public or global visibility');
}

function checkSuperclass(reference: TypeReference, types: TypeScope, scope: DeclarationScope): void {
    const type = findType(reference, types);
    if (type === undefined || type.kind === 'error' || isObject(type)) return;
    if (type.kind === 'class' && type.symbol.kind !== 'class') {
        scope.error(reference, `Invalid class: ${spell(reference)}`);
    } else if (!isExtensible(type)) {
        scope.error(reference, `Non-virtual and non-abstract type cannot be extended: ${typeName(type)}`);
    }
}

function isExtensible(type: ApexType): boolean {
    return type.kind === 'class' && (type.symbol.isVirtual || type.symbol.isAbstract);
}

function checkInterfaces(references: readonly TypeReference[], types: TypeScope, scope: DeclarationScope): void {
    const seen = new Set<string>();
    for (const reference of references) {
        const type = findType(reference, types);
        if (type === undefined || type.kind === 'error') continue;
        if (type.kind !== 'class' || type.symbol.kind !== 'interface') {
            scope.error(reference, `Invalid interface: ${spell(reference)}`);
        } else if (seen.has(type.key)) {
            scope.error(reference, `Interface already implemented: ${spell(reference)}`);
        }
        seen.add(type.key);
    }
}
