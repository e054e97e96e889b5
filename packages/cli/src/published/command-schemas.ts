import { EXIT_CODES } from '../failure/exit-codes.ts';
import { type JsonSchema, RESULT_SCHEMAS } from './result-schemas.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const ADDRESS = 'https://sw-studio.example/schemas/cli/';

const exitCode = { enum: Object.values(EXIT_CODES).map(({ code }) => code) };
const texts = { type: 'array', items: { type: 'string' } };

const FAILURE: JsonSchema = {
    $schema: DRAFT,
    $id: `${ADDRESS}failure.json`,
    title: 'Failure',
    description: 'What every command prints with --json when it failed.',
    type: 'object',
    properties: {
        status: exitCode,
        name: { type: 'string', description: 'Code of the error, such as NOT_LOGGED_IN.' },
        message: { type: 'string' },
        actions: { ...texts, description: 'What to do about it, to be tried in this order.' },
        causes: { ...texts, description: 'Sentences of the causes, outermost first.' },
        exitCode,
        commandName: { type: 'string' },
        warnings: texts,
        data: { description: 'What a script wants to know besides; of restart: the status of the sync.' },
    },
    required: ['status', 'name', 'message', 'actions', 'causes', 'exitCode', 'commandName', 'warnings'],
    additionalProperties: false,
};

/** The published schemas by the name of their file: what each command prints with `--json`, and the common failure. */
export function commandSchemas(): ReadonlyMap<string, JsonSchema> {
    const schemas = Object.entries(RESULT_SCHEMAS).map(
        ([id, result]) => [schemaFile(id), commandSchema(id, result)] as const,
    );
    return new Map([...schemas, ['failure.json', FAILURE]]);
}

export function schemaFile(id: string): string {
    return `${id.replaceAll(':', '-')}.json`;
}

function commandSchema(id: string, result: JsonSchema): JsonSchema {
    return {
        $schema: DRAFT,
        $id: `${ADDRESS}${schemaFile(id)}`,
        title: `sw ${id.replaceAll(':', ' ')} --json`,
        oneOf: [
            {
                type: 'object',
                properties: { status: exitCode, result, warnings: texts },
                required: ['status', 'result', 'warnings'],
                additionalProperties: false,
            },
            { $ref: 'failure.json' },
        ],
    };
}
