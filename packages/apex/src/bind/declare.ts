import { mangleMethod } from '../runtime/mangle.ts';
import type {
    ClassDeclaration,
    FieldDeclaration,
    Member,
    MethodDeclaration,
    Modifiers,
    ConstructorDeclaration,
    PropertyDeclaration,
    TypeDeclaration,
} from '../syntax/ast.ts';
import type { DiagnosticsCollector } from './diagnostics-collector.ts';
import type { FieldSymbol, MethodSymbol, TypeSymbol, Visibility } from './symbols.ts';
import { resolveType, superSymbol, type TypeScope } from './type-resolver.ts';
import { type ApexType, classType, displayType, voidType } from './types.ts';
import type { Universe } from './universe.ts';

/**
 * Declares the project's types in two passes, because headers refer to each other freely: first every type gets its
 * symbol (`declareType`), then superclasses, interfaces and member signatures are resolved (`declareMembers`).
 */
export function declareType(
    declaration: TypeDeclaration,
    file: string,
    outer: TypeSymbol | null,
    universe: Universe,
): TypeSymbol {
    const keywords = declaration.modifiers.keywords;
    const name = declaration.name.text;
    const displayName = outer === null ? name : `${outer.displayName}.${name}`;
    const isTest = hasAnnotation(declaration.modifiers, 'istest') || (outer?.isTest ?? false);
    const symbol: TypeSymbol = {
        kind:
            declaration.kind === 'ClassDeclaration'
                ? 'class'
                : declaration.kind === 'InterfaceDeclaration'
                  ? 'interface'
                  : 'enum',
        origin: 'source',
        name,
        displayName,
        namespace: universe.namespace,
        key: `${universe.namespace.toLowerCase()}/${displayName.toLowerCase()}`,
        outer,
        typeParameters: [],
        visibility: visibilityOf(declaration.modifiers, outer === null && !isTest ? 'public' : 'private'),
        isAbstract: keywords.includes('abstract') || declaration.kind === 'InterfaceDeclaration',
        isVirtual: keywords.includes('virtual') || keywords.includes('abstract'),
        isTest,
        isTestVisible: hasAnnotation(declaration.modifiers, 'testvisible'),
        sharing: sharingOf(keywords),
        superclass: null,
        interfaces: [],
        fields: new Map(),
        methods: new Map(),
        constructors: [],
        innerTypes: new Map(),
        constants:
            declaration.kind === 'EnumDeclaration'
                ? declaration.constants.map((constant) => constant.text.toLowerCase())
                : [],
        annotations: declaration.modifiers.annotations,
        declaration,
        file,
        initializers: [],
    };
    if (declaration.kind === 'ClassDeclaration') {
        for (const member of declaration.members) {
            if (!isTypeDeclaration(member)) continue;
            const inner = declareType(member, file, symbol, universe);
            symbol.innerTypes.set(inner.name.toLowerCase(), inner);
        }
    }
    return symbol;
}

export function declareHeader(symbol: TypeSymbol, universe: Universe, diagnostics: DiagnosticsCollector): void {
    const declaration = symbol.declaration;
    const scope: TypeScope = { universe, diagnostics, file: symbol.file, enclosing: symbol };
    if (declaration?.kind === 'ClassDeclaration' && declaration.superclass !== null) {
        const superclass = resolveType(declaration.superclass, scope);
        if (superclass.kind === 'class') symbol.superclass = superclass;
    }
    if (declaration !== null && declaration.kind !== 'EnumDeclaration') {
        symbol.interfaces = declaration.interfaces
            .map((reference) => resolveType(reference, scope))
            .filter((type) => type.kind === 'class');
    }
    for (const inner of symbol.innerTypes.values()) declareHeader(inner, universe, diagnostics);
}

export function declareMembers(symbol: TypeSymbol, universe: Universe, diagnostics: DiagnosticsCollector): void {
    const scope: TypeScope = { universe, diagnostics, file: symbol.file, enclosing: symbol };
    const declaration = symbol.declaration;
    if (declaration?.kind === 'EnumDeclaration') declareEnumMembers(symbol, universe);
    if (declaration?.kind === 'InterfaceDeclaration') {
        for (const method of declaration.methods) declareMethod(symbol, method, scope);
    }
    if (declaration?.kind === 'ClassDeclaration') declareClassMembers(symbol, declaration, scope);
    for (const inner of symbol.innerTypes.values()) declareMembers(inner, universe, diagnostics);
}

function declareClassMembers(symbol: TypeSymbol, declaration: ClassDeclaration, scope: TypeScope): void {
    for (const member of declaration.members) declareMember(symbol, member, scope);
    if (symbol.constructors.length === 0) symbol.constructors.push(defaultConstructor(symbol));
}

/** Also used for the members of triggers and anonymous blocks. */
export function declareMember(symbol: TypeSymbol, member: Member, scope: TypeScope): void {
    switch (member.kind) {
        case 'FieldDeclaration':
            declareFields(symbol, member, scope);
            break;
        case 'PropertyDeclaration':
            declareProperty(symbol, member, scope);
            break;
        case 'MethodDeclaration':
            declareMethod(symbol, member, scope);
            break;
        case 'ConstructorDeclaration':
            symbol.constructors.push(makeMethod(symbol, member, 'new', voidType, scope));
            break;
        case 'InitializerBlock':
            symbol.initializers.push(member);
            break;
        default:
            break;
    }
}

function declareFields(symbol: TypeSymbol, declaration: FieldDeclaration, scope: TypeScope): void {
    const type = resolveType(declaration.type, scope);
    for (const declarator of declaration.declarators) {
        const field: FieldSymbol = {
            ...fieldFrom(symbol, declaration.modifiers, declarator.name.text, type),
            computed: false,
            declarator,
            property: null,
        };
        addField(symbol, field, declarator, scope);
        if (declarator.initializer !== null) symbol.initializers.push(field);
    }
}

function declareProperty(symbol: TypeSymbol, declaration: PropertyDeclaration, scope: TypeScope): void {
    const type = resolveType(declaration.type, scope);
    const base = fieldFrom(symbol, declaration.modifiers, declaration.name.text, type);
    const { getter, setter } = declaration;
    const written = (getter?.body ?? null) !== null || (setter?.body ?? null) !== null;
    addField(
        symbol,
        {
            ...base,
            computed: written || base.isAbstract || base.isVirtual || base.isOverride,
            final: base.final,
            readable: getter !== null,
            writable: setter !== null,
            getterVisibility: getter === null ? base.visibility : visibilityOf(getter.modifiers, base.visibility),
            setterVisibility: setter === null ? base.visibility : visibilityOf(setter.modifiers, base.visibility),
            property: declaration,
        },
        declaration,
        scope,
    );
}

function addField(
    symbol: TypeSymbol,
    field: FieldSymbol,
    at: { line: number; column: number; start: number; end: number },
    scope: TypeScope,
): void {
    const lower = field.name.toLowerCase();
    const other = symbol.fields.get(lower);
    if (other === undefined) symbol.fields.set(lower, field);
    else if (other.static === field.static) scope.diagnostics.error(symbol.file, at, `Duplicate field: ${field.name}`);
    else scope.diagnostics.unsupported(symbol.file, at, `a static and an instance field of one name: ${field.name}`);
}

function fieldFrom(symbol: TypeSymbol, modifiers: Modifiers, name: string, type: ApexType): FieldSymbol {
    const keywords = modifiers.keywords;
    const visibility = visibilityOf(modifiers, 'private');
    return {
        kind: 'field',
        name,
        owner: symbol,
        type,
        static: keywords.includes('static'),
        final: keywords.includes('final'),
        transient: keywords.includes('transient'),
        visibility,
        isTestVisible: hasAnnotation(modifiers, 'testvisible'),
        computed: false,
        readable: true,
        writable: true,
        getterVisibility: visibility,
        setterVisibility: visibility,
        isAbstract: keywords.includes('abstract'),
        isVirtual: keywords.includes('virtual'),
        isOverride: keywords.includes('override'),
        annotations: modifiers.annotations,
        declarator: null,
        property: null,
        slot: `f_${name.toLowerCase()}`,
    };
}

function declareMethod(symbol: TypeSymbol, declaration: MethodDeclaration, scope: TypeScope): void {
    const returnType = declaration.returnType === null ? voidType : resolveType(declaration.returnType, scope);
    const method = makeMethod(symbol, declaration, declaration.name.text, returnType, scope);
    const lower = method.name.toLowerCase();
    const overloads = symbol.methods.get(lower);
    if (overloads === undefined) symbol.methods.set(lower, [method]);
    else overloads.push(method);
}

function makeMethod(
    symbol: TypeSymbol,
    declaration: MethodDeclaration | ConstructorDeclaration,
    name: string,
    returnType: ApexType,
    scope: TypeScope,
): MethodSymbol {
    const { modifiers } = declaration;
    const keywords = modifiers.keywords;
    const parameterTypes = declaration.parameters.map((parameter) => resolveType(parameter.type, scope));
    const inInterface = symbol.kind === 'interface';
    return {
        kind: 'method',
        name,
        owner: symbol,
        static: keywords.includes('static') || keywords.includes('webservice'),
        visibility: inInterface ? symbol.visibility : visibilityOf(modifiers, 'private'),
        isAbstract: keywords.includes('abstract') || inInterface,
        isVirtual: keywords.includes('virtual') || keywords.includes('abstract') || inInterface,
        isOverride: keywords.includes('override'),
        isTest: hasAnnotation(modifiers, 'istest') || keywords.includes('testmethod'),
        isTestVisible: hasAnnotation(modifiers, 'testvisible'),
        annotations: modifiers.annotations,
        parameterTypes,
        parameterNames: declaration.parameters.map((parameter) => parameter.name.text),
        returnType,
        declaration,
        key: mangleMethod(name, parameterTypes.map(displayType)),
        signature: '',
    };
}

function defaultConstructor(symbol: TypeSymbol): MethodSymbol {
    return {
        kind: 'method',
        name: 'new',
        owner: symbol,
        static: false,
        visibility: symbol.isTest ? 'public' : symbol.visibility === 'global' ? 'global' : 'public',
        isAbstract: false,
        isVirtual: false,
        isOverride: false,
        isTest: false,
        isTestVisible: false,
        annotations: [],
        parameterTypes: [],
        parameterNames: [],
        returnType: voidType,
        declaration: null,
        key: mangleMethod('new', []),
        signature: '',
    };
}

function declareEnumMembers(symbol: TypeSymbol, universe: Universe): void {
    const self = classType(symbol);
    const declaration = symbol.declaration;
    if (declaration?.kind !== 'EnumDeclaration') return;
    const none: Modifiers = { keywords: ['public', 'static', 'final'], annotations: [], span: declaration };
    for (const constant of declaration.constants) {
        symbol.fields.set(constant.text.toLowerCase(), {
            ...fieldFrom(symbol, none, constant.text, self),
            visibility: symbol.visibility,
            getterVisibility: symbol.visibility,
            writable: false,
        });
    }
    const text = universe.platformType('System', 'String');
    const add = (name: string, isStatic: boolean, parameterTypes: ApexType[], returnType: ApexType): void => {
        const method: MethodSymbol = {
            ...defaultConstructor(symbol),
            name,
            static: isStatic,
            visibility: 'global',
            parameterTypes,
            returnType,
        };
        method.key = mangleMethod(name, parameterTypes.map(displayType));
        method.signature = `${name}(${parameterTypes.map(displayType).join(',')})`;
        symbol.methods.set(name.toLowerCase(), [method]);
    };
    add('name', false, [], text);
    add('ordinal', false, [], universe.platformType('System', 'Integer'));
    add('values', true, [], universe.platformType('System', 'List', [self]));
    add('valueOf', true, [text], self);
}

/**
 * A class may declare an instance field that a superclass has under the same name; both exist. Run superclass first:
 * the deeper one is stored under a name of its own.
 */
export function separateHiddenFields(symbol: TypeSymbol): void {
    let depth = 0;
    for (let above = superSymbol(symbol); above !== null; above = superSymbol(above)) {
        depth++;
        for (const field of symbol.fields.values()) {
            const hidden = above.fields.get(field.name.toLowerCase());
            if (
                hidden !== undefined &&
                !field.static &&
                !hidden.static &&
                !field.isOverride &&
                field.slot === hidden.slot
            ) {
                field.slot = `${field.slot}_${depth}`;
            }
        }
    }
}

export function hasAnnotation(modifiers: Modifiers, lowerName: string): boolean {
    return modifiers.annotations.some((annotation) => annotation.name.toLowerCase() === lowerName);
}

export function visibilityOf(modifiers: Modifiers, otherwise: Visibility): Visibility {
    for (const keyword of modifiers.keywords) {
        if (keyword === 'private' || keyword === 'protected' || keyword === 'public' || keyword === 'global')
            return keyword;
        if (keyword === 'webservice') return 'global';
    }
    return otherwise;
}

function sharingOf(keywords: readonly string[]): 'with' | 'without' | 'inherited' | null {
    if (keywords.includes('with sharing')) return 'with';
    if (keywords.includes('without sharing')) return 'without';
    return keywords.includes('inherited sharing') ? 'inherited' : null;
}

function isTypeDeclaration(member: Member): member is TypeDeclaration {
    return (
        member.kind === 'ClassDeclaration' ||
        member.kind === 'InterfaceDeclaration' ||
        member.kind === 'EnumDeclaration'
    );
}
