import enqueueSchema from '@sw-studio/contract/schemas/enqueue.json' with { type: 'json' };
import eventsSchema from '@sw-studio/contract/schemas/events.json' with { type: 'json' };
import healthSchema from '@sw-studio/contract/schemas/health.json' with { type: 'json' };
import jobSchema from '@sw-studio/contract/schemas/job.json' with { type: 'json' };
import jobSummarySchema from '@sw-studio/contract/schemas/job-summary.json' with { type: 'json' };
import jobsSchema from '@sw-studio/contract/schemas/jobs.json' with { type: 'json' };
import queueStateSchema from '@sw-studio/contract/schemas/queue-state.json' with { type: 'json' };
import queueStatsSchema from '@sw-studio/contract/schemas/queue-stats.json' with { type: 'json' };
import stepsSchema from '@sw-studio/contract/schemas/steps.json' with { type: 'json' };
import syncStatusSchema from '@sw-studio/contract/schemas/sync-status.json' with { type: 'json' };
import upkeepSchema from '@sw-studio/contract/schemas/upkeep.json' with { type: 'json' };

/** The part of JSON Schema that is looked at here. */
interface Schema {
    $ref?: string;
    $defs?: Readonly<Record<string, Schema>>;
    anyOf?: readonly Schema[];
    type?: string;
    required?: readonly string[];
    properties?: Readonly<Record<string, Schema>>;
    items?: Schema;
    maxProperties?: number;
}

const SCHEMAS = {
    'enqueue.json': enqueueSchema,
    'events.json': eventsSchema,
    'health.json': healthSchema,
    'job.json': jobSchema,
    'job-summary.json': jobSummarySchema,
    'jobs.json': jobsSchema,
    'queue-state.json': queueStateSchema,
    'queue-stats.json': queueStatsSchema,
    'steps.json': stepsSchema,
    'sync-status.json': syncStatusSchema,
    'upkeep.json': upkeepSchema,
} as const satisfies Record<string, unknown>;

export type ReplyName = keyof typeof SCHEMAS;

/**
 * What keeps an answer from being read as the contract has it: a field that is missing or of another type. Fields that
 * a newer package added, and values that it added to a list of names, are no problem.
 *
 * @returns undefined where nothing does
 */
export function problemOf(reply: unknown, name: ReplyName): string | undefined {
    const root = SCHEMAS[name] as Schema;
    return check(reply, root, root, 'the answer');
}

function check(value: unknown, schema: Schema, root: Schema, at: string): string | undefined {
    if (schema.$ref !== undefined) {
        const [target, home] = resolve(schema.$ref, root);
        return check(value, target, home, at);
    }
    if (schema.anyOf !== undefined) {
        const problems = schema.anyOf.map((each) => check(value, each, root, at));
        return problems.includes(undefined) ? undefined : problems[0];
    }
    if (schema.type !== undefined && !hasType(value, schema.type)) return `${at} is no ${schema.type}`;
    if (schema.items !== undefined && Array.isArray(value)) return checkItems(value, schema.items, root, at);
    if (typeof value === 'object' && value !== null) return checkFields(value, schema, root, at);
    return undefined;
}

function checkItems(values: readonly unknown[], items: Schema, root: Schema, at: string): string | undefined {
    for (const [index, value] of values.entries()) {
        const problem = check(value, items, root, `${at}[${index}]`);
        if (problem !== undefined) return problem;
    }
    return undefined;
}

function checkFields(value: object, schema: Schema, root: Schema, at: string): string | undefined {
    const fields = value as Readonly<Record<string, unknown>>;
    if (Object.keys(fields).length > (schema.maxProperties ?? Number.POSITIVE_INFINITY)) return `${at} is not empty`;
    const missing = schema.required?.find((name) => fields[name] === undefined);
    if (missing !== undefined) return `${at} has no ${missing}`;
    for (const [name, of] of Object.entries(schema.properties ?? {})) {
        const problem = fields[name] === undefined ? undefined : check(fields[name], of, root, `${at}.${name}`);
        if (problem !== undefined) return problem;
    }
    return undefined;
}

function hasType(value: unknown, type: string): boolean {
    switch (type) {
        case 'array':
            return Array.isArray(value);
        case 'object':
            return typeof value === 'object' && value !== null && !Array.isArray(value);
        case 'integer':
            return Number.isInteger(value);
        default:
            return typeof value === type;
    }
}

/** A reference within the document, or to another document of the contract as a whole. */
function resolve(reference: string, root: Schema): readonly [Schema, Schema] {
    const local = /^#\/\$defs\/(.+)$/.exec(reference)?.[1];
    const target = local === undefined ? (SCHEMAS[reference as ReplyName] as Schema | undefined) : root.$defs?.[local];
    if (target === undefined) throw new Error(`The contract has no schema ${reference}.`);
    return [target, local === undefined ? target : root];
}
