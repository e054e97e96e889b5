import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const FOLDER = new URL('../schemas/', import.meta.url);

/** All schemas, compiled together, so that they can refer to each other. */
export function compileSchemas(): ReadonlyMap<string, ValidateFunction> {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, validateFormats: false });
    const documents = readdirSync(FOLDER).map((file) => ({
        name: file.replace('.json', ''),
        document: JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as { $id: string },
    }));
    ajv.addSchema(documents.map(({ document }) => document));
    return new Map(
        documents.map(({ name, document }) => {
            const validate = ajv.getSchema(document.$id);
            if (validate === undefined) throw new Error(`The schema ${name} does not compile`);
            return [name, validate];
        }),
    );
}
