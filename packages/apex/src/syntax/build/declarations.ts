import type {
    ClassBodyDeclarationContext,
    ClassDeclarationContext,
    ConstructorDeclarationContext,
    EnumDeclarationContext,
    FieldDeclarationContext,
    FormalParametersContext,
    InterfaceDeclarationContext,
    InterfaceMethodDeclarationContext,
    MemberDeclarationContext,
    MethodDeclarationContext,
    ModifierContext,
    TypeDeclarationContext,
    VariableDeclaratorsContext,
} from '@apexdevtools/apex-parser';
import type {
    ClassDeclaration,
    ConstructorDeclaration,
    EnumDeclaration,
    FieldDeclaration,
    InterfaceDeclaration,
    Member,
    MethodDeclaration,
    Parameter,
    TypeDeclaration,
    VariableDeclarator,
} from '../ast.ts';
import type { BuildContext } from './context.ts';
import { reportSyntax, sourceText, spanOf } from './context.ts';
import { buildExpression } from './expressions.ts';
import { buildModifiers, withModifiers } from './modifiers.ts';
import { simpleName } from './names.ts';
import { buildProperty } from './properties.ts';
import { buildBlock } from './statements.ts';
import { buildType, buildTypes } from './types.ts';

/** The declarations that classes, triggers and anonymous blocks have in common; each rule offers some of them. */
export type DeclarationContext = Omit<
    MemberDeclarationContext,
    'constructorDeclaration' | 'ruleIndex' | 'enterRule' | 'exitRule' | 'accept'
> & { constructorDeclaration?(): ConstructorDeclarationContext };

export function buildTypeDeclaration(context: BuildContext, ctx: TypeDeclarationContext): TypeDeclaration {
    const modifiers = ctx.modifier_list();
    const type = ctx.classDeclaration();
    if (type) return buildClass(context, type, modifiers);
    const interfaceType = ctx.interfaceDeclaration();
    if (interfaceType) return buildInterface(context, interfaceType, modifiers);
    return buildEnum(context, ctx.enumDeclaration(), modifiers);
}

export function buildMember(
    context: BuildContext,
    ctx: DeclarationContext,
    modifiers: readonly ModifierContext[],
): Member {
    const method = ctx.methodDeclaration();
    if (method) return buildMethod(context, method, modifiers);
    const field = ctx.fieldDeclaration();
    if (field) return buildField(context, field, modifiers);
    const property = ctx.propertyDeclaration();
    if (property) return buildProperty(context, property, modifiers);
    const constructor = ctx.constructorDeclaration?.();
    if (constructor) return buildConstructor(context, constructor, modifiers);
    const type = ctx.classDeclaration();
    if (type) return buildClass(context, type, modifiers);
    const interfaceType = ctx.interfaceDeclaration();
    if (interfaceType) return buildInterface(context, interfaceType, modifiers);
    return buildEnum(context, ctx.enumDeclaration(), modifiers);
}

export function buildDeclarators(context: BuildContext, ctx: VariableDeclaratorsContext): VariableDeclarator[] {
    return ctx.variableDeclarator_list().map((declarator) => {
        const initializer = declarator.expression();
        return {
            kind: 'VariableDeclarator',
            ...spanOf(declarator),
            name: simpleName(context, declarator.id()),
            initializer: initializer ? buildExpression(context, initializer) : null,
        };
    });
}

function buildClass(
    context: BuildContext,
    ctx: ClassDeclarationContext,
    modifierList: readonly ModifierContext[],
): ClassDeclaration {
    const modifiers = buildModifiers(context, modifierList, spanOf(ctx));
    const superclass = ctx.typeRef();
    return {
        kind: 'ClassDeclaration',
        ...withModifiers(modifiers, spanOf(ctx)),
        name: simpleName(context, ctx.id()),
        modifiers,
        superclass: superclass ? buildType(context, superclass) : null,
        interfaces: buildTypes(context, ctx.typeList()),
        members: ctx
            .classBody()
            .classBodyDeclaration_list()
            .flatMap((member) => buildClassMember(context, member)),
    };
}

function buildClassMember(context: BuildContext, ctx: ClassBodyDeclarationContext): Member[] {
    const declaration = ctx.memberDeclaration();
    if (declaration) return [buildMember(context, declaration, ctx.modifier_list())];
    const block = ctx.block();
    if (block) {
        const body = buildBlock(context, block);
        return [{ kind: 'InitializerBlock', ...spanOf(ctx), static: Boolean(ctx.STATIC()), body }];
    }
    reportSyntax(context, spanOf(ctx), "Extra '}', at ';'.");
    return [];
}

function buildInterface(
    context: BuildContext,
    ctx: InterfaceDeclarationContext,
    modifierList: readonly ModifierContext[],
): InterfaceDeclaration {
    const modifiers = buildModifiers(context, modifierList, spanOf(ctx));
    return {
        kind: 'InterfaceDeclaration',
        ...withModifiers(modifiers, spanOf(ctx)),
        name: simpleName(context, ctx.id()),
        modifiers,
        interfaces: buildTypes(context, ctx.typeList()),
        methods: ctx
            .interfaceBody()
            .interfaceMethodDeclaration_list()
            .map((method) => buildMethod(context, method, method.modifier_list())),
    };
}

function buildEnum(
    context: BuildContext,
    ctx: EnumDeclarationContext,
    modifierList: readonly ModifierContext[],
): EnumDeclaration {
    const modifiers = buildModifiers(context, modifierList, spanOf(ctx));
    const constants = ctx.enumConstants();
    return {
        kind: 'EnumDeclaration',
        ...withModifiers(modifiers, spanOf(ctx)),
        name: simpleName(context, ctx.id()),
        modifiers,
        constants: constants ? constants.id_list().map((id) => simpleName(context, id)) : [],
    };
}

function buildField(
    context: BuildContext,
    ctx: FieldDeclarationContext,
    modifierList: readonly ModifierContext[],
): FieldDeclaration {
    const modifiers = buildModifiers(context, modifierList, spanOf(ctx));
    return {
        kind: 'FieldDeclaration',
        ...withModifiers(modifiers, spanOf(ctx)),
        modifiers,
        type: buildType(context, ctx.typeRef()),
        declarators: buildDeclarators(context, ctx.variableDeclarators()),
    };
}

function buildMethod(
    context: BuildContext,
    ctx: MethodDeclarationContext | InterfaceMethodDeclarationContext,
    modifierList: readonly ModifierContext[],
): MethodDeclaration {
    const modifiers = buildModifiers(context, modifierList, spanOf(ctx));
    const returnType = ctx.typeRef();
    const body = 'block' in ctx ? ctx.block() : null;
    return {
        kind: 'MethodDeclaration',
        ...withModifiers(modifiers, spanOf(ctx)),
        modifiers,
        returnType: returnType ? buildType(context, returnType) : null,
        name: simpleName(context, ctx.id()),
        parameters: buildParameters(context, ctx.formalParameters()),
        body: body ? buildBlock(context, body) : null,
    };
}

function buildConstructor(
    context: BuildContext,
    ctx: ConstructorDeclarationContext,
    modifierList: readonly ModifierContext[],
): ConstructorDeclaration {
    const modifiers = buildModifiers(context, modifierList, spanOf(ctx));
    const name = ctx.qualifiedName();
    return {
        kind: 'ConstructorDeclaration',
        ...withModifiers(modifiers, spanOf(ctx)),
        modifiers,
        name: { kind: 'Identifier', ...spanOf(name), text: sourceText(context, name) },
        parameters: buildParameters(context, ctx.formalParameters()),
        body: buildBlock(context, ctx.block()),
    };
}

function buildParameters(context: BuildContext, ctx: FormalParametersContext): Parameter[] {
    const list = ctx.formalParameterList();
    if (!list) return [];
    return list.formalParameter_list().map((parameter) => ({
        kind: 'Parameter',
        ...spanOf(parameter),
        modifiers: buildModifiers(context, parameter.modifier_list(), spanOf(parameter)),
        type: buildType(context, parameter.typeRef()),
        name: simpleName(context, parameter.id()),
    }));
}
