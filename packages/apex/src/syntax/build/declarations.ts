import * as grammar from '@apexdevtools/apex-parser';
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

/** The rule that classes, triggers and anonymous blocks have for what they declare; its one child is the declaration. */
export type DeclarationContext =
    | grammar.MemberDeclarationContext
    | grammar.TriggerMemberDeclarationContext
    | grammar.AnonymousMemberDeclarationContext;

export function buildTypeDeclaration(context: BuildContext, ctx: grammar.TypeDeclarationContext): TypeDeclaration {
    return buildTypeForm(context, ctx.getChild(ctx.getChildCount() - 1), ctx.modifier_list());
}

export function buildMember(
    context: BuildContext,
    ctx: DeclarationContext,
    modifiers: readonly grammar.ModifierContext[],
): Member {
    const form = ctx.getChild(0);
    if (form instanceof grammar.MethodDeclarationContext) return buildMethod(context, form, modifiers);
    if (form instanceof grammar.FieldDeclarationContext) return buildField(context, form, modifiers);
    if (form instanceof grammar.PropertyDeclarationContext) return buildProperty(context, form, modifiers);
    if (form instanceof grammar.ConstructorDeclarationContext) return buildConstructor(context, form, modifiers);
    return buildTypeForm(context, form, modifiers);
}

export function buildDeclarators(context: BuildContext, ctx: grammar.VariableDeclaratorsContext): VariableDeclarator[] {
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

function buildTypeForm(
    context: BuildContext,
    form: grammar.ApexParseTree,
    modifiers: readonly grammar.ModifierContext[],
): TypeDeclaration {
    if (form instanceof grammar.ClassDeclarationContext) return buildClass(context, form, modifiers);
    if (form instanceof grammar.InterfaceDeclarationContext) return buildInterface(context, form, modifiers);
    if (form instanceof grammar.EnumDeclarationContext) return buildEnum(context, form, modifiers);
    throw new Error(`The Apex grammar has a declaration that the tree builder does not know: ${form.constructor.name}`);
}

function buildClass(
    context: BuildContext,
    ctx: grammar.ClassDeclarationContext,
    modifierList: readonly grammar.ModifierContext[],
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

function buildClassMember(context: BuildContext, ctx: grammar.ClassBodyDeclarationContext): Member[] {
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
    ctx: grammar.InterfaceDeclarationContext,
    modifierList: readonly grammar.ModifierContext[],
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
    ctx: grammar.EnumDeclarationContext,
    modifierList: readonly grammar.ModifierContext[],
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
    ctx: grammar.FieldDeclarationContext,
    modifierList: readonly grammar.ModifierContext[],
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
    ctx: grammar.MethodDeclarationContext | grammar.InterfaceMethodDeclarationContext,
    modifierList: readonly grammar.ModifierContext[],
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
    ctx: grammar.ConstructorDeclarationContext,
    modifierList: readonly grammar.ModifierContext[],
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

function buildParameters(context: BuildContext, ctx: grammar.FormalParametersContext): Parameter[] {
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
