import type { SObject } from './sobject/sobject.ts';
import type { RuntimeType } from './types.ts';

export interface FormulaService {
    /** Recalculates the formula fields of records in memory, in place. */
    recalculate(records: readonly SObject[]): void;
    /** @throws System.FormulaValidationException for a formula that does not hold for its context or its return type */
    build(request: FormulaRequest): DynamicFormula;
}

/** What a `FormulaEval.FormulaBuilder` was told. */
export interface FormulaRequest {
    /** The type of what the formula is evaluated against: an sObject type or a class. */
    readonly context: RuntimeType;
    readonly text: string;
    /** Constant of `FormulaEval.FormulaReturnType`. */
    readonly returnType: string;
    /** Whether the text is one with merge fields, `{!Name}`. */
    readonly template: boolean;
    readonly blanksAsZero: boolean;
    /** Constants of `FormulaEval.FormulaGlobal`: the global variables that the formula may name. */
    readonly globals: readonly string[];
}

export interface DynamicFormula {
    /** Paths of the context's own names, as written. */
    readonly referencedFields: readonly string[];
    /** @throws System.FormulaEvaluationException where the context is of another type, or a value cannot be computed */
    evaluate(context: unknown): unknown;
}
