import type { ApexType } from '../apex-type.ts';
import { defineBuiltIn } from '../built-in-type.ts';
import type { ApexList } from '../collections/list.ts';
import { ApexSet } from '../collections/set.ts';
import type { ApexEnumConstant } from '../enums.ts';
import { throwApex } from '../exceptions/throw.ts';
import type { DynamicFormula, FormulaRequest } from '../formula-service.ts';
import type { TypeLibrary } from '../library.ts';
import { SObjectTypeToken } from '../schema/sobject-type-token.ts';
import { requireService } from '../services.ts';
import { primitiveType, sobjectType } from '../types-registry.ts';
import type { RuntimeType } from '../types.ts';
import { nonNull } from './receiver.ts';

class FormulaBuilder {
    context: RuntimeType | null = null;
    text: string | null = null;
    returnType: string | null = null;
    template = false;
    blanksAsZero = false;
    globals: readonly string[] = [];

    request(): FormulaRequest {
        const { context, text, returnType, template, blanksAsZero, globals } = this;
        if (context === null || text === null || returnType === null) {
            throwApex('System.FormulaValidationException', 'A formula needs its type, its return type and its text.');
        }
        return { context, text, returnType, template, blanksAsZero, globals };
    }
}

class FormulaInstance {
    readonly formula: DynamicFormula;

    constructor(formula: DynamicFormula) {
        this.formula = formula;
    }
}

defineBuiltIn('FormulaEval.FormulaBuilder', FormulaBuilder);
defineBuiltIn('FormulaEval.FormulaInstance', FormulaInstance);

/** A step of the builder: it answers the builder itself. */
function step<T>(change: (builder: FormulaBuilder, value: T) => void) {
    return (builder: FormulaBuilder, value: T): FormulaBuilder => {
        change(nonNull(builder), value);
        return builder;
    };
}

const withType = step<SObjectTypeToken | ApexType | null>((builder, type) => {
    builder.context = type instanceof SObjectTypeToken ? sobjectType(type.info.name) : (type?.runtimeType ?? null);
});

function build(builder: FormulaBuilder): FormulaInstance {
    return new FormulaInstance(requireService('formulas', 'FormulaBuilder.build').build(nonNull(builder).request()));
}

export function newFormulaBuilder(): object {
    return new FormulaBuilder();
}

export const formulaEvalLibraries: readonly TypeLibrary[] = [
    {
        type: 'FormulaEval.FormulaBuilder',
        statics: { 'builder()': newFormulaBuilder },
        methods: {
            'build()': build,
            'parseAsTemplate(Boolean)': step<boolean | null>((builder, on) => (builder.template = on === true)),
            'treatNumericNullAsZero(Boolean)': step<boolean | null>(
                (builder, on) => (builder.blanksAsZero = on === true),
            ),
            'withFormula(String)': step<string | null>((builder, text) => (builder.text = text)),
            'withGlobalVariables(List<FormulaEval.FormulaGlobal>)': step<ApexList>((builder, globals) => {
                builder.globals = (nonNull(globals).items as ApexEnumConstant[]).map(({ name }) => name);
            }),
            'withReturnType(FormulaEval.FormulaReturnType)': step<ApexEnumConstant | null>((builder, type) => {
                builder.returnType = type?.name ?? null;
            }),
            'withType(Schema.SObjectType)': withType,
            'withType(Type)': withType,
        },
        partly: {
            'build()':
                'Functions and globals are those of formula fields here; sentences of the exceptions are not published.',
        },
    },
    {
        type: 'FormulaEval.FormulaInstance',
        methods: {
            'evaluate(Object)': ({ formula }: FormulaInstance, context: unknown) => formula.evaluate(context),
            'getReferencedFields()': ({ formula }: FormulaInstance) =>
                ApexSet.of(primitiveType('String'), formula.referencedFields),
        },
        partly: {
            'evaluate(Object)': 'A field of a record that was not queried and not set counts as empty.',
        },
    },
];
