/** JSON Schema of what each command answers with `--json` under `result`. The published schemas are generated from these. */

export interface JsonSchema {
    [keyword: string]: unknown;
}

const text = { type: 'string' };
const integer = { type: 'integer' };
const flag = { type: 'boolean' };
const textOrNull = { type: ['string', 'null'] };

function object(properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema {
    const required = Object.keys(properties).filter((name) => !optional.includes(name));
    return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: JsonSchema): JsonSchema {
    return { type: 'array', items };
}

/** A document of the contract. */
function contract(name: string): JsonSchema {
    return { $ref: `https://sw-studio.example/schemas/${name}.json` };
}

const record = { type: 'object', properties: { attributes: { type: 'object' } }, required: ['attributes'] };
const records = object({ totalSize: integer, records: list(record) });

const orgState = object({
    url: text,
    pid: integer,
    data: textOrNull,
    source: textOrNull,
    organizationId: text,
    username: text,
    now: text,
    startedAt: text,
    skippedComponents: integer,
});

const appliedFix = object({ fix: text, applied: flag, error: object({ code: text, message: text }) }, ['error']);

const doctor = object({
    status: text,
    checkedAt: text,
    checks: { $ref: 'https://sw-studio.example/schemas/health.json#/properties/checks' },
    fixes: list(appliedFix),
});

const problem = object({ file: text, line: integer, column: integer, message: text, category: text });
const lines = list(integer);
const testRun = object(
    {
        passed: integer,
        failed: integer,
        compileErrors: list(problem),
        durationMs: { type: 'number' },
        tests: list(
            object({
                class: text,
                method: text,
                outcome: { enum: ['Pass', 'Fail'] },
                message: textOrNull,
                stack: textOrNull,
                durationMs: { type: 'number' },
            }),
        ),
        coverage: list(object({ name: text, file: text, coveredLines: lines, uncoveredLines: lines })),
    },
    ['coverage'],
);

export const RESULT_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
    completion: object({ shell: text, script: text }),
    doctor,
    'job:get': contract('job'),
    'job:list': contract('jobs'),
    'org:advance': object({ now: text, ran: integer }),
    'org:deploy': orgState,
    'org:exec': object({
        compiled: flag,
        success: flag,
        line: integer,
        column: integer,
        compileProblem: textOrNull,
        exceptionMessage: textOrNull,
        exceptionStackTrace: textOrNull,
    }),
    'org:jobs': object({ scheduled: list(record), asynchronous: list(record) }),
    'org:logs': { anyOf: [records, object({ id: text, body: text })] },
    'org:outbox': object({ emails: list({ type: 'object' }), notifications: list({ type: 'object' }) }),
    'org:query': records,
    'org:reset': orgState,
    'org:start': orgState,
    'org:status': orgState,
    'org:stop': orgState,
    'org:test': testRun,
    'queue:enqueue': contract('enqueue'),
    'queue:list': contract('events'),
    'queue:purge': contract('upkeep'),
    'queue:retry': contract('upkeep'),
    'queue:stats': contract('queue-stats'),
    'sync:full': contract('sync-status'),
    'sync:restart': contract('sync-status'),
    'sync:run-now': contract('sync-status'),
    'sync:start': contract('sync-status'),
    'sync:status': contract('sync-status'),
    'sync:stop': contract('sync-status'),
};
