import type { FormulaEvaluator } from './formula-evaluator.ts';

/** Refuses every formula by name. */
export const unavailableFormulas: FormulaEvaluator = {
    field: (object, field) => refuse(`${object.name}.${field.name}`),
    reader: (object, slot) => refuse(`${object.name}.${object.fields[slot]?.name}`),
    defaultValue: (object, field) => refuse(`the default of ${object.name}.${field.name}`),
    failedRules: (object) =>
        object.validationRules.some(({ active }) => active) ? refuse(`a validation rule of ${object.name}`) : [],
};

function refuse(what: string): never {
    throw new Error(`This org evaluates no formulas: ${what}`);
}
