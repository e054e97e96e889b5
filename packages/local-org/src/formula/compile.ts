import type { Expression } from './ast.ts';
import { compileBinary, compileUnary } from './operators.ts';
import type { Compiled } from './compiled.ts';
import { FormulaError } from './formula-error.ts';
import { findCredentialFunction } from './functions/credentials.ts';
import { findFunction, UNSUPPORTED_FUNCTIONS } from './functions/index.ts';
import type { NameContext } from './name-context.ts';
import { parseFormula } from './parse.ts';
import { resolvePath } from './resolve-path.ts';

/**
 * Compiles a formula into a function of a row.
 *
 * @throws FormulaError as the platform refuses it when it is saved, or for a function that this org does not have
 */
export function compileFormula(source: string, context: NameContext): Compiled {
    return compile(parseFormula(source), context);
}

function compile(expression: Expression, context: NameContext): Compiled {
    switch (expression.kind) {
        case 'literal':
            return literal(expression.value);
        case 'path':
            return resolvePath(expression.name, expression.position, context);
        case 'call':
            return call(expression, context);
        case 'unary':
            return compileUnary(expression, compile(expression.value, context));
        case 'binary':
            return compileBinary(expression, compile(expression.left, context), compile(expression.right, context));
    }
}

function literal(value: string | number | boolean | null): Compiled {
    const type =
        value === null ? 'null' : typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
    return { type, evaluate: () => value };
}

function call({ name, values, position }: Extract<Expression, { kind: 'call' }>, context: NameContext): Compiled {
    const definition = findFunction(name) ?? (context.credential && findCredentialFunction(name));
    if (definition === undefined) {
        if (UNSUPPORTED_FUNCTIONS.has(name))
            throw new FormulaError('UNSUPPORTED', `The function ${name}() is not supported`, position);
        throw new FormulaError('UNKNOWN_NAME', `Unknown function ${name}. Check spelling.`, position);
    }
    const { minimum, maximum } = definition;
    if (values.length < minimum || values.length > maximum) {
        const expected =
            minimum === maximum ? `${minimum}` : maximum === Infinity ? `at least ${minimum}` : `${minimum}-${maximum}`;
        throw new FormulaError(
            'WRONG_ARGUMENTS',
            `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${values.length}`,
            position,
        );
    }
    return definition.compile(
        values.map((value) => compile(value, context)),
        position,
    );
}
