import { drive, type Decimal, type SObject } from '@sw-studio/apex/runtime';
import { ApexProgram } from '../../src/apex/apex-program.ts';
import { ApexRuntime, type ApexRuntimeOptions } from '../../src/apex/apex-runtime.ts';
import { ManualClock } from '../../src/clock/clock.ts';
import type { JobOptions } from '../../src/jobs/job-options.ts';
import type { MetadataPackage } from '../../src/metadata/model.ts';
import { readProject } from '../../src/metadata/read-project.ts';
import { LocalOrg } from '../../src/org.ts';
import type { LocalOrgOptions } from '../../src/org-options.ts';
import { ApexSchema } from '../../src/schema/apex-schema.ts';

const FOLDER = new URL('../fixtures/jobs', import.meta.url).pathname;

/** A Sunday. */
export const MIDNIGHT = Date.parse('2026-03-15T00:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface JobOrgOptions {
    /** Apex classes beside those of the fixture project, each as the text of its file. */
    readonly classes?: readonly string[];
    readonly triggers?: readonly string[];
    /** Statements that a test runs by name, each as a request of its own. */
    readonly scripts?: Readonly<Record<string, string>>;
    /** Components in the place of those of the fixture project. */
    readonly metadata?: Partial<MetadataPackage>;
    /** Of the package that the project is deployed as. */
    readonly namespace?: string;
    readonly org?: Partial<LocalOrgOptions>;
    readonly jobs?: Partial<JobOptions>;
    readonly services?: ApexRuntimeOptions['services'];
    readonly transport?: ApexRuntimeOptions['transport'];
    /** Epoch milliseconds. */
    readonly start?: number;
}

export type PlainRow = Record<string, string | number | boolean | null>;

const fixtures = new Map<string, MetadataPackage>();

/** The package of the jobs project with the classes of a test added to it. */
export function jobPackage(options: JobOrgOptions): MetadataPackage {
    const { classes = [], triggers = [], scripts = {}, namespace = '' } = options;
    const fixture = fixtures.get(namespace) ?? readProject(FOLDER, { namespace });
    fixtures.set(namespace, fixture);
    return {
        ...fixture,
        ...options.metadata,
        classes: [...fixture.classes, ...classes.map(apexClass), apexClass(scriptsClass(scripts))],
        triggers: [...fixture.triggers, ...triggers.map(apexTrigger)],
    };
}

/** The jobs project in a new org whose clock stands still until a test moves it. */
export class JobOrg {
    readonly clock: ManualClock;
    readonly org: LocalOrg;
    readonly program: ApexProgram;
    readonly runtime: ApexRuntime;
    private readonly options: JobOrgOptions;

    constructor(options: JobOrgOptions = {}) {
        this.clock = new ManualClock(options.start ?? MIDNIGHT);
        const source = jobPackage(options);
        this.org = LocalOrg.create([source], {
            now: () => this.clock.now(),
            timeZone: 'GMT',
            edition: 'Enterprise Edition',
            namespace: source.namespace,
            ...options.org,
        });
        this.program = new ApexProgram(source, this.org.schema, new ApexSchema(this.org.schema, 'en_US'), {
            cacheFolder: null,
            skipErrors: false,
            coverage: false,
            generators: options.jobs?.interleaved ?? false,
        });
        const [problem] = this.program.errors;
        if (problem !== undefined) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
        this.options = options;
        this.runtime = this.restarted();
    }

    /** Another runtime over the same org, as another process makes one: what is to be done stands in rows. */
    restarted(): ApexRuntime {
        const { org, program, clock, options } = this;
        return new ApexRuntime({
            org,
            program,
            clock,
            ...(options.jobs && { jobs: options.jobs }),
            ...(options.services && { services: options.services }),
            ...(options.transport && { transport: options.transport }),
        });
    }

    get jobs(): ApexRuntime['jobs'] {
        return this.runtime.jobs;
    }

    /** Runs a script of the options as a request of its own. */
    run(script: string, userId?: string): unknown {
        return this.runtime.call('Scripts', script, userId);
    }

    /** Committed rows as plain values, relationships as `Parent.Field`. */
    rows(query: string): PlainRow[] {
        const { database } = this.org.openTransaction();
        const request = { text: query, binds: new Map(), access: null, dynamic: true } as const;
        const outcome = drive(database.query(request));
        if (outcome.kind === 'count') throw new Error('The query counts.');
        return outcome.records.map((record) => plainRow(record));
    }

    count(query: string): number {
        return this.rows(query).length;
    }

    /** Lines of the journal, in the order in which they were written. */
    entries(): (string | null)[] {
        return this.rows('SELECT Detail__c FROM Entry__c ORDER BY Id').map((row) => row['Detail__c'] as string | null);
    }
}

function plainRow(record: SObject, prefix = ''): PlainRow {
    const row: PlainRow = {};
    for (const field of record.type.fields) {
        const value = record.values[field.slot];
        if (value !== undefined) row[prefix + field.name] = plainValue(value);
    }
    for (const [name, parent] of record.parents ?? []) {
        if (parent !== null) Object.assign(row, plainRow(parent, `${prefix}${name}.`));
    }
    return row;
}

function plainValue(value: unknown): PlainRow[string] {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        return value;
    }
    if (typeof value === 'object' && 'milliseconds' in value) {
        return new Date(value.milliseconds as number).toISOString();
    }
    return (value as Decimal).doubleValue();
}

function scriptsClass(scripts: Readonly<Record<string, string>>): string {
    const methods = Object.entries(scripts).map(([name, body]) => `    public static void ${name}() {\n${body}\n    }`);
    return `public class Scripts {\n${methods.join('\n')}\n}`;
}

function apexClass(body: string): MetadataPackage['classes'][number] {
    const name = /\bclass\s+(\w+)/i.exec(body)?.[1] ?? 'Unnamed';
    return { name, file: `classes/${name}.cls`, body, apiVersion: '65.0', status: 'Active' };
}

function apexTrigger(body: string): MetadataPackage['triggers'][number] {
    const name = /\btrigger\s+(\w+)/i.exec(body)?.[1] ?? 'Unnamed';
    return { name, file: `triggers/${name}.trigger`, body, apiVersion: '65.0', status: 'Active' };
}
