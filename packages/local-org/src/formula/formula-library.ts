import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema, ValidationRule } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { compileFormula } from './compile.ts';
import type { Compiled, FormulaType } from './compiled.ts';
import { formulaTypeOf } from './field-value.ts';
import { FormulaError } from './formula-error.ts';

export interface FormulaProblem {
    /** `Account.Score__c`, or `Account.Rule` of a validation rule. */
    readonly component: string;
    readonly kind: 'CustomField' | 'ValidationRule';
    readonly reason: string;
}

/** The compiled formulas of a schema, each compiled once. */
export class FormulaLibrary {
    private readonly schema: OrgSchema;
    private readonly compiled = new WeakMap<FieldSchema | ValidationRule, Compiled | FormulaError>();

    constructor(schema: OrgSchema) {
        this.schema = schema;
    }

    /** @throws FormulaError when the formula cannot be evaluated */
    ofField(field: FieldSchema): Compiled {
        return unwrap(this.once(field, () => this.compileField(field)));
    }

    ofDefault(field: FieldSchema): Compiled {
        return unwrap(
            this.once(field, () => this.compile(field.defaultValueFormula ?? '', field.object, field.namespace, false)),
        );
    }

    /** Undefined for a rule that cannot be evaluated: it was listed when it was deployed. */
    ofRule(object: ObjectSchema, rule: ValidationRule): Compiled | undefined {
        const found = this.once(rule, () => this.compileRule(object, rule));
        return found instanceof FormulaError ? undefined : found;
    }

    /** Compiles everything that the packages declare, and lists what cannot be. */
    problems(): readonly FormulaProblem[] {
        return this.schema
            .declaredObjects()
            .flatMap((object) => [
                ...object.fields.flatMap((field) => this.fieldProblem(object, field)),
                ...object.validationRules.flatMap((rule) => this.ruleProblem(object, rule)),
            ]);
    }

    private fieldProblem(object: ObjectSchema, field: FieldSchema): FormulaProblem[] {
        if (field.formula === null && field.defaultValueFormula === null) return [];
        const found =
            field.formula === null ? this.tried(() => this.ofDefault(field)) : this.tried(() => this.ofField(field));
        return found === undefined
            ? []
            : [{ component: `${object.name}.${field.name}`, kind: 'CustomField', reason: found.message }];
    }

    private ruleProblem(object: ObjectSchema, rule: ValidationRule): FormulaProblem[] {
        if (!rule.active) return [];
        const found = this.once(rule, () => this.compileRule(object, rule));
        return found instanceof FormulaError
            ? [{ component: `${object.name}.${rule.name}`, kind: 'ValidationRule', reason: found.message }]
            : [];
    }

    private compileField(field: FieldSchema): Compiled {
        const compiled = this.compile(field.formula ?? '', field.object, field.namespace, field.blanksAsZero);
        const wanted = formulaTypeOf(field);
        if (!fits(compiled.type, wanted)) {
            throw new FormulaError(
                'WRONG_TYPE',
                `Formula result is data type (${compiled.type}), incompatible with expected data type (${wanted}).`,
            );
        }
        return compiled;
    }

    private compileRule(object: ObjectSchema, rule: ValidationRule): Compiled {
        const compiled = this.compile(rule.formula, object, rule.namespace, false);
        if (!fits(compiled.type, 'boolean')) {
            throw new FormulaError(
                'WRONG_TYPE',
                `Formula result is data type (${compiled.type}), incompatible with expected data type (true or false).`,
            );
        }
        return compiled;
    }

    private compile(source: string, object: ObjectSchema, namespace: string, blanksAsZero: boolean): Compiled {
        return compileFormula(source, { schema: this.schema, object, namespace, blanksAsZero });
    }

    private once(key: FieldSchema | ValidationRule, compile: () => Compiled): Compiled | FormulaError {
        let found = this.compiled.get(key);
        if (found === undefined) {
            found = this.attempt(compile);
            this.compiled.set(key, found);
        }
        return found;
    }

    private attempt(compile: () => Compiled): Compiled | FormulaError {
        try {
            return compile();
        } catch (error) {
            if (error instanceof FormulaError) return error;
            throw error;
        }
    }

    private tried(compile: () => Compiled): FormulaError | undefined {
        const found = this.attempt(compile);
        return found instanceof FormulaError ? found : undefined;
    }
}

function unwrap(found: Compiled | FormulaError): Compiled {
    if (found instanceof FormulaError) throw found;
    return found;
}

function fits(actual: FormulaType, wanted: FormulaType): boolean {
    if (actual === 'null' || actual === wanted) return true;
    return actual === 'text' && (wanted === 'picklist' || wanted === 'multipicklist');
}
