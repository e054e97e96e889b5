import type { ResolvedExpression } from '../check/resolved.ts';
import type { SoqlFieldType, SoqlField, SoqlObject } from '../schema.ts';

/** What a select item puts into a record, in the order of the select list. `values` of a record line up with outputs. */
export type Output =
    | FieldOutput
    | ExpressionOutput
    | ParentOutput
    | ChildrenOutput
    /** `Who.Type` inside of a polymorphic parent: the name of the object that the record is of. */
    | { readonly kind: 'type'; readonly name: 'Type' };

export interface FieldOutput {
    readonly kind: 'field';
    readonly name: string;
    /** Undefined where one target of a polymorphic parent lacks a field that another one has: the value is null. */
    readonly field: SoqlField | undefined;
}

/** A function, an aggregate, or a grouped field of an aggregate query. */
export interface ExpressionOutput {
    readonly kind: 'expression';
    /** The alias, or `expr0`, `expr1` ..., or the field's own name. */
    readonly name: string;
    readonly type: SoqlFieldType;
    readonly expression: ResolvedExpression;
    /** The field that the expression is about, where it is about one. */
    readonly field: SoqlField | undefined;
}

/** A parent record, or null. Its shape depends on the object that the lookup points to. */
export interface ParentOutput {
    readonly kind: 'parent';
    /** The relationship name. */
    readonly name: string;
    readonly reference: SoqlField;
    /** One for each target that the schema has; more than one when the relationship is polymorphic. */
    readonly shapes: readonly SelectShape[];
}

/** The records of a child query. */
export interface ChildrenOutput {
    readonly kind: 'children';
    /** The child relationship name. */
    readonly name: string;
    readonly shape: SelectShape;
    /** Index into the plan's child plans. */
    readonly index: number;
}

export interface SelectShape {
    readonly object: SoqlObject;
    readonly outputs: readonly Output[];
}
