import type { PlatformType } from '../platform/index.ts';
import { mangleMethod } from '../runtime/mangle.ts';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from './symbols.ts';
import { type ApexType, classType, displayType, voidType } from './types.ts';

type ParseType = (text: string, typeParameters: readonly string[]) => ApexType;

/** Platform symbols refer to each other in circles: members are filled in after the symbol can be found. */
export interface PlatformSymbol extends TypeSymbol {
    complete?(parse: ParseType): void;
}

/** The key under which `runtime/library` registers an implementation: `substring(Integer,Integer)`. */
export function librarySignature(name: string, parameterTypes: readonly string[]): string {
    return `${name}(${parameterTypes.map((type) => type.replaceAll(/\bSystem\.|\s+/g, '')).join(',')})`;
}

export function makePlatformSymbol(type: PlatformType): PlatformSymbol {
    const inSystem = type.namespace === 'System';
    const lastDot = type.name.lastIndexOf('.');
    const symbol: PlatformSymbol = {
        kind: type.kind,
        origin: 'platform',
        name: lastDot < 0 ? type.name : type.name.slice(lastDot + 1),
        displayName: inSystem ? type.name : `${type.namespace}.${type.name}`,
        namespace: type.namespace,
        key: `${type.namespace}.${type.name}`.toLowerCase(),
        outer: null,
        typeParameters: type.typeParameters,
        visibility: 'global',
        isAbstract: type.abstract,
        isVirtual: type.virtual,
        isTest: false,
        isTestVisible: false,
        sharing: null,
        superclass: null,
        interfaces: [],
        fields: new Map(),
        methods: new Map(),
        constructors: [],
        innerTypes: new Map(),
        constants: type.enumConstants.map((constant) => constant.toLowerCase()),
        annotations: [],
        declaration: null,
        file: '',
        initializers: [],
    };
    symbol.complete = (parse) => {
        delete symbol.complete;
        addMembers(symbol, type, parse);
    };
    return symbol;
}

function addMembers(symbol: PlatformSymbol, type: PlatformType, parse: ParseType): void {
    const read = (text: string): ApexType => parse(text, type.typeParameters);
    if (type.superclass !== undefined) symbol.superclass = read(type.superclass);
    symbol.interfaces = type.interfaces.map(read);
    for (const field of type.fields) {
        symbol.fields.set(
            field.name.toLowerCase(),
            platformField(symbol, field.name, read(field.type), field.static, field.readonly),
        );
    }
    for (const constant of type.enumConstants) {
        symbol.fields.set(constant.toLowerCase(), platformField(symbol, constant, classType(symbol), true, true));
    }
    for (const method of type.methods) {
        const made = platformMethod(symbol, method.name, method.parameters, method.static, read, read(method.returns));
        const overloads = symbol.methods.get(method.name.toLowerCase());
        if (overloads === undefined) symbol.methods.set(method.name.toLowerCase(), [made]);
        else overloads.push(made);
    }
    for (const constructor of type.constructors) {
        symbol.constructors.push(platformMethod(symbol, 'new', constructor.parameters, false, read, voidType));
    }
}

function platformMethod(
    owner: TypeSymbol,
    name: string,
    parameters: readonly { type: string; name?: string }[],
    isStatic: boolean,
    read: (text: string) => ApexType,
    returnType: ApexType,
): MethodSymbol {
    const parameterTypes = parameters.map((parameter) => read(parameter.type));
    const erased = parameterTypes.map((type) => eraseVariables(displayType(type), owner.typeParameters));
    return {
        kind: 'method',
        name,
        owner,
        static: isStatic,
        visibility: 'global',
        isAbstract: owner.kind === 'interface',
        isVirtual: owner.kind !== 'enum',
        isOverride: false,
        isTest: false,
        isTestVisible: false,
        annotations: [],
        parameterTypes,
        parameterNames: parameters.map((parameter, index) => parameter.name ?? `value${index}`),
        returnType,
        declaration: null,
        key: mangleMethod(name, erased),
        signature: librarySignature(
            name,
            parameters.map((parameter) => parameter.type),
        ),
    };
}

function eraseVariables(text: string, variables: readonly string[]): string {
    return text.replaceAll(/\w+/g, (word) => (variables.includes(word) ? 'Object' : word));
}

function platformField(
    owner: TypeSymbol,
    name: string,
    type: ApexType,
    isStatic: boolean,
    readonly: boolean,
): FieldSymbol {
    return {
        kind: 'field',
        name,
        owner,
        type,
        static: isStatic,
        final: readonly,
        transient: false,
        visibility: 'global',
        isTestVisible: false,
        computed: false,
        readable: true,
        writable: !readonly,
        getterVisibility: 'global',
        setterVisibility: 'global',
        isAbstract: false,
        isVirtual: false,
        isOverride: false,
        annotations: [],
        declarator: null,
        property: null,
        slot: name.toLowerCase(),
    };
}

/** `Object`: the root of everything. Its methods exist on every value. */
export const objectSymbol: PlatformSymbol = makePlatformSymbol({
    namespace: 'System',
    name: 'Object',
    kind: 'class',
    typeParameters: [],
    interfaces: [],
    abstract: false,
    virtual: true,
    constructors: [],
    methods: [],
    fields: [],
    enumConstants: [],
});
delete objectSymbol.complete;

/** Gives `Object` its methods; needs String, Boolean and Integer, hence after the universe exists. */
export function completeObjectSymbol(parse: ParseType): void {
    if (objectSymbol.methods.size > 0) return;
    const add = (name: string, parameters: string[], returns: string): void => {
        const types = parameters.map((type) => ({ type }));
        const method = platformMethod(objectSymbol, name, types, false, (text) => parse(text, []), parse(returns, []));
        objectSymbol.methods.set(name.toLowerCase(), [method]);
    };
    add('toString', [], 'System.String');
    add('equals', ['Object'], 'System.Boolean');
    add('hashCode', [], 'System.Integer');
    add('clone', [], 'Object');
}
