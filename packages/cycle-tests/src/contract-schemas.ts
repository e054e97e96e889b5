import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const FOLDER = new URL('.', import.meta.resolve('@sw-studio/contract/schemas/sync-status.json'));

let compiled: ReadonlyMap<string, ValidateFunction> | null = null;

/**
 * @param schema file name without its ending, such as `sync-status`
 * @returns what the contract does not allow of an answer; null where it allows all of it
 */
export function contractProblem(schema: string, answer: unknown): string | null {
    compiled ??= compile();
    const validate = compiled.get(schema);
    if (validate === undefined) throw new Error(`There is no schema ${schema}.`);
    if (validate(answer) === true) return null;
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');
}

/** All of them together, because they refer to each other. */
function compile(): ReadonlyMap<string, ValidateFunction> {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, validateFormats: false });
    const documents = readdirSync(FOLDER).map((file) => {
        const document = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as { readonly $id: string };
        return { name: file.replace('.json', ''), document };
    });
    ajv.addSchema(documents.map(({ document }) => document));
    return new Map(
        documents.map(({ name, document }) => {
            const validate = ajv.getSchema(document.$id);
            if (validate === undefined) throw new Error(`The schema ${name} does not compile.`);
            return [name, validate];
        }),
    );
}
