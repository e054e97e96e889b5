import { readFileSync } from 'node:fs';
import { type ErrorObject, Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

/** One call of an OpenAPI document. */
export interface Operation {
    readonly id: string;
    readonly method: string;
    /** As the document writes it, such as `/prospects/{id}`. */
    readonly path: string;
}

interface ParameterObject {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: { readonly type?: string; readonly default?: unknown };
}

interface OperationObject {
    readonly operationId: string;
    readonly parameters?: readonly unknown[];
    readonly requestBody?: unknown;
    readonly responses: Readonly<Record<string, unknown>>;
}

/** Values of the query by name, converted as their schemas say; a default where the query says nothing. */
export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

const DOCUMENT_ID = 'https://sw-studio.invalid/open-api';
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** An OpenAPI 3.1 document that requests and answers are held against. */
export class OpenApi {
    readonly operations: readonly Operation[];
    private readonly document: Readonly<Record<string, unknown>>;
    private readonly ajv: Ajv2020;

    constructor(file: URL) {
        this.document = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
        // The document as a whole is no schema: strictness would refuse the words of OpenAPI around its schemas.
        this.ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes: false });
        this.ajv.addFormat('date-time', DATE_TIME);
        this.ajv.addSchema({ ...this.document, $id: DOCUMENT_ID });
        const paths = this.document['paths'] as Record<string, Record<string, OperationObject>>;
        this.operations = Object.entries(paths).flatMap(([path, verbs]) =>
            Object.entries(verbs).map(([verb, { operationId }]) => ({
                id: operationId,
                method: verb.toUpperCase(),
                path,
            })),
        );
    }

    /** @returns what is wrong with the query, or the parameters it gives */
    readQuery(
        operation: Operation,
        query: URLSearchParams,
    ): { readonly problem: string } | { readonly values: Parameters } {
        const values: Record<string, string | number | boolean | undefined> = {};
        for (const [pointer, parameter] of this.parameters(operation)) {
            const text = query.get(parameter.name);
            if (text === null) {
                if (parameter.required === true) return { problem: `The parameter ${parameter.name} is missing.` };
                values[parameter.name] = parameter.schema.default as string | number | undefined;
                continue;
            }
            const value = parameter.schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
            const problem = this.problem(`${pointer}/schema`, value, parameter.name);
            if (problem !== null) return { problem };
            values[parameter.name] = value;
        }
        return { values };
    }

    takesBody(operation: Operation): boolean {
        return this.object(operation).requestBody !== undefined;
    }

    /** @returns null for a body that the document allows */
    bodyProblem(operation: Operation, body: unknown): string | null {
        return this.problem(`${pointerTo(operation)}/requestBody/content/application~1json/schema`, body, 'body');
    }

    /** @returns null for an answer that the document allows */
    answerProblem(operation: Operation, status: number, body: unknown): string | null {
        const [pointer, response] = this.dereference(`${pointerTo(operation)}/responses/${status}`);
        if (response === undefined) return `The document has no answer ${status} for ${operation.id}.`;
        if ((response as { content?: unknown }).content === undefined) return null;
        return this.problem(`${pointer}/content/application~1json/schema`, body, 'answer');
    }

    private object(operation: Operation): OperationObject {
        return this.at(pointerTo(operation)) as OperationObject;
    }

    private parameters(operation: Operation): (readonly [string, ParameterObject])[] {
        return (this.object(operation).parameters ?? []).map((_, index) => {
            const [pointer, parameter] = this.dereference(`${pointerTo(operation)}/parameters/${index}`);
            return [pointer, parameter as ParameterObject] as const;
        });
    }

    private problem(pointer: string, value: unknown, name: string): string | null {
        const validate = this.ajv.getSchema(`${DOCUMENT_ID}${pointer}`);
        if (validate === undefined) throw new Error(`The document has no schema at ${pointer}.`);
        if (validate(value) === true) return null;
        return (validate.errors ?? [])
            .map((error: ErrorObject) => `${name}${error.instancePath} ${error.message}`)
            .join('; ');
    }

    /** Follows one reference, as parameters and responses have them. */
    private dereference(pointer: string): readonly [string, unknown] {
        const found = this.at(pointer) as { $ref?: string } | undefined;
        return found?.$ref === undefined ? [pointer, found] : [found.$ref, this.at(found.$ref)];
    }

    private at(pointer: string): unknown {
        const steps = pointer.replace(/^#\//, '').split('/');
        return steps.reduce<unknown>((value, step) => {
            const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
            return (value as Record<string, unknown> | undefined)?.[key];
        }, this.document);
    }
}

function pointerTo({ path, method }: Operation): string {
    const escaped = encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
    return `#/paths/${escaped}/${method.toLowerCase()}`;
}
