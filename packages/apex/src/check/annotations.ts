import type { FieldSymbol, LocalVariable, MethodSymbol, TypeSymbol } from '../bind/symbols.ts';
import { type ApexType, errorType } from '../bind/types.ts';
import type { ChildRelationshipInfo, SObjectFieldInfo, SObjectTypeInfo } from '../runtime/sobject/sobject-type.ts';
import type { Expression, SourceSpan } from '../syntax/ast.ts';

/**
 * What the checker writes onto the tree and the emitter reads: for each expression its static type, what it refers to
 * (`binding`), and the conversion its value goes through before its parent uses it. Nodes come out of a cache that is
 * filled before checking, so a tree is annotated once per compilation.
 */
export type Conversion =
    | 'integerToLong'
    | 'integerToDouble'
    | 'integerToDecimal'
    | 'longToDouble'
    | 'longToDecimal'
    | 'doubleToDecimal'
    | 'decimalToDouble'
    | 'dateToDatetime'
    /** Validates: `System.StringException: Invalid id: x`. */
    | 'stringToId'
    /** Into a slot whose static type is not Double. */
    | 'boxDouble'
    | 'decimalToBoxedDouble'
    | 'longToBoxedDouble'
    /** A query's rows where one record is wanted: exactly one, else a QueryException. */
    | 'singleRecord'
    /** The same before `?.` and `??`: no row is null. */
    | 'singleRecordOrNull'
    /** A lookup to several objects where one of them is wanted: a cast to the target. */
    | 'parentOfType';

export type Binding =
    | { readonly kind: 'local'; readonly variable: LocalVariable }
    /** `implicit`: no receiver was written. */
    | { readonly kind: 'field'; readonly field: FieldSymbol; readonly implicit: boolean }
    | { readonly kind: 'libraryField'; readonly field: FieldSymbol }
    | { readonly kind: 'enumConstant'; readonly symbol: TypeSymbol; readonly ordinal: number; readonly name: string }
    | { readonly kind: 'type'; readonly type: ApexType }
    | { readonly kind: 'namespace'; readonly name: string }
    /** `Label.ns`: only a step on the way. */
    | { readonly kind: 'labelNamespace'; readonly namespace: string }
    | { readonly kind: 'recordField'; readonly field: SObjectFieldInfo }
    | { readonly kind: 'recordParent'; readonly lookup: SObjectFieldInfo }
    | { readonly kind: 'recordChildren'; readonly relationship: ChildRelationshipInfo }
    /** `Account.SObjectType` */
    | { readonly kind: 'objectToken'; readonly info: SObjectTypeInfo }
    /** `Account.Name`, `Account.fields.Name` */
    | { readonly kind: 'fieldToken'; readonly field: SObjectFieldInfo }
    /** `Schema.SObjectType.Account` */
    | { readonly kind: 'objectDescribe'; readonly info: SObjectTypeInfo }
    /** `Schema.SObjectType.Account.fields.Name` */
    | { readonly kind: 'fieldDescribe'; readonly field: SObjectFieldInfo }
    /** `Schema.SObjectType.Account.fields`, `Account.fields`: only a step on the way. */
    | { readonly kind: 'fieldMap'; readonly info: SObjectTypeInfo; readonly describe: boolean }
    | { readonly kind: 'fieldSetMap'; readonly info: SObjectTypeInfo }
    | { readonly kind: 'fieldSet'; readonly info: SObjectTypeInfo; readonly name: string }
    | { readonly kind: 'label'; readonly namespace: string; readonly name: string }
    | { readonly kind: 'triggerVariable'; readonly name: string }
    | { readonly kind: 'method'; readonly call: MethodCall };

export interface MethodCall {
    readonly method: MethodSymbol;
    /**
     * `direct`: a method of a class of the project. `interface`: by its mangled name on whatever object it is (also
     * exceptions and objects of the platform that answer a platform interface). `library`: a function of the runtime.
     * `constructor`: `this(...)` and `super(...)`. `recordStatic`: `Setting__c.getInstance()`.
     */
    readonly dispatch: 'direct' | 'super' | 'interface' | 'library' | 'constructor' | 'recordStatic' | 'fieldError';
    /** No receiver was written: `this` or the static class. */
    readonly implicit: boolean;
    readonly resultIsBoxed: boolean;
    /** What `:name` may mean in a dynamic query: the variables that are visible where it is run. */
    readonly bindable?: readonly (LocalVariable | FieldSymbol)[];
    readonly info?: SObjectTypeInfo;
}

interface Annotated {
    apexType?: ApexType;
    apexBinding?: Binding;
    apexConversion?: Conversion;
    apexVariable?: LocalVariable;
    apexConstructor?: MethodSymbol;
    apexTarget?: ApexType;
}

export function typeOf(expression: Expression): ApexType {
    return (expression as Annotated).apexType ?? errorType;
}

export function bindingOf(expression: Expression): Binding | undefined {
    return (expression as Annotated).apexBinding;
}

export function conversionOf(expression: Expression): Conversion | undefined {
    return (expression as Annotated).apexConversion;
}

export function setType(expression: Expression, type: ApexType, binding?: Binding): ApexType {
    const node = expression as Annotated;
    node.apexType = type;
    if (binding !== undefined) node.apexBinding = binding;
    return type;
}

export function setConversion(expression: Expression, conversion: Conversion | null): void {
    if (conversion !== null) (expression as Annotated).apexConversion = conversion;
}

/** Of declarators, parameters, loop, catch and when variables. */
export function variableOf(node: SourceSpan): LocalVariable {
    const variable = (node as Annotated).apexVariable;
    if (variable === undefined) throw new Error('A variable was emitted that was never checked.');
    return variable;
}

export function setVariable(node: SourceSpan, variable: LocalVariable): void {
    (node as Annotated).apexVariable = variable;
}

/** The constructor that a `new` expression calls; undefined for records and plain collections. */
export function constructorOf(expression: Expression): MethodSymbol | undefined {
    return (expression as Annotated).apexConstructor;
}

export function setConstructor(expression: Expression, constructor: MethodSymbol): void {
    (expression as Annotated).apexConstructor = constructor;
}

/** The type that a cast, `instanceof`, class literal, catch clause or when clause names. */
export function targetOf(node: SourceSpan): ApexType {
    return (node as Annotated).apexTarget ?? errorType;
}

export function setTarget(node: SourceSpan, type: ApexType): void {
    (node as Annotated).apexTarget = type;
}
