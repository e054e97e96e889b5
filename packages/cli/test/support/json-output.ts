import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { commandSchemas, schemaFile } from '../../src/published/command-schemas.ts';

const CONTRACT = new URL('../../../contract/schemas/', import.meta.url);

/** The published schemas, which refer to those of the contract. */
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
for (const file of readdirSync(CONTRACT)) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(file, CONTRACT), 'utf8')) as object);
}
for (const schema of commandSchemas().values()) ajv.addSchema(schema);

/** The parsed output of a command with `--json`, held against its published schema. */
export function jsonOutput<Output>(id: string, stdout: string): Output {
    const output = JSON.parse(stdout) as Output;
    const validate = ajv.getSchema(`https://sw-studio.example/schemas/cli/${schemaFile(id)}`) as ValidateFunction;
    assert.ok(validate(output), `${id}: ${ajv.errorsText(validate.errors)}\n${stdout}`);
    return output;
}
