import { fileURLToPath } from 'node:url';
import { drive } from '@sw-studio/apex/runtime';
import {
    ApexProgram,
    ApexRest,
    type ApexRestRequest,
    type ApexRestResponse,
    ApexRuntime,
    ApexSchema,
    type ApexSession,
    type ApexSource,
    type JobOptions,
    LocalOrg,
    type LocalOrgOptions,
    ManualClock,
    type MetadataPackage,
    PackageHandlers,
    readProject,
} from '@sw-studio/local-org';
import { VendorBackend, type VendorBackendOptions, type VendorData } from '@sw-studio/vendor-api';
import { createUsers, type CycleUsers } from './cycle-users.ts';
import { InProcessCallouts } from './in-process-callouts.ts';
import { SessionFaults } from './faults/session-faults.ts';
import { type PlainRow, queryRows, writeRows } from './plain-rows.ts';

export interface CycleOrgOptions {
    readonly data: VendorData;
    readonly org?: Partial<LocalOrgOptions>;
    readonly jobs?: Partial<JobOptions>;
    /** Default: that of the package; '' for none. */
    readonly namespace?: string;
    /** Of every user; default: GMT. */
    readonly timeZone?: string;
    /** Epoch milliseconds; default: a Sunday at midnight. */
    readonly start?: number;
    /** Apex of the customer, beside the package's, each as the text of its file. */
    readonly triggers?: readonly string[];
    readonly classes?: readonly string[];
    /** Makes the vendor; default: the reference backend as it is. */
    newBackend?(options: VendorBackendOptions): VendorBackend;
    /** Callouts go over the network, through the Named Credential; default: straight to the backend of this org. */
    readonly network?: boolean;
    /** Called for each transaction of Apex when it begins. */
    onSession?(session: ApexSession): void;
}

/** What a REST resource of the package answered. */
export interface RestAnswer {
    readonly status: number;
    readonly body: unknown;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/apex', import.meta.url));
const SUNDAY_MIDNIGHT = Date.parse('2026-03-15T00:00:00Z');

/** The package in an org whose clock stands still until it is moved, with the reference backend as its vendor. */
export class CycleOrg {
    readonly clock: ManualClock;
    readonly org: LocalOrg;
    program: ApexProgram;
    backend: VendorBackend;
    readonly users: CycleUsers;
    /** Users who may not use the credential of the vendor, whatever their permission sets say. */
    readonly withoutCredential = new Set<string>();
    readonly sessionFaults = new SessionFaults();
    private readonly options: CycleOrgOptions;
    private live: { readonly runtime: ApexRuntime; readonly rest: ApexRest };

    constructor(options: CycleOrgOptions) {
        this.options = options;
        this.clock = new ManualClock(options.start ?? SUNDAY_MIDNIGHT);
        const source = packageWith(options);
        this.org = LocalOrg.create([source], {
            now: () => this.clock.now(),
            timeZone: options.timeZone ?? 'GMT',
            edition: 'Enterprise Edition',
            namespace: source.namespace,
            ...options.org,
        });
        this.program = this.compile(source);
        this.backend = this.newBackend();
        this.users = createUsers(this.org, options.timeZone ?? 'GMT');
        this.live = this.startRuntime();
    }

    get runtime(): ApexRuntime {
        return this.live.runtime;
    }

    /**
     * Installs another version of the package over this one: rows stay, and what waits was made by the classes of before.
     *
     * @param change the text of a class in the new version
     */
    upgrade(change: (name: string, body: string) => string): void {
        const source = packageWith(this.options);
        const classes = source.classes.map((each) => ({ ...each, body: change(each.name, each.body) }));
        this.org.deploy([{ ...source, classes }]);
        this.program = this.compile({ ...source, classes });
        this.live = this.startRuntime();
        const outcome = new PackageHandlers(this.runtime).install({
            className: 'StudioInstallHandler',
            previousVersion: { major: 1, minor: 0 },
            isPush: true,
            installerId: this.users.otherAdmin,
        });
        if (!outcome.success) throw new Error(outcome.error ?? 'The install handler failed.');
    }

    /** Nothing goes wrong any more, and the backend has its first data again and remembers nothing. */
    resetFaults(): void {
        this.backend = this.newBackend();
        this.withoutCredential.clear();
        this.sessionFaults.clear();
    }

    /** What each session of this org is offered beside the platform's own: callouts that reach the backend. */
    *services(session: ApexSession): Generator<readonly [string, unknown], void> {
        this.options.onSession?.(session);
        this.sessionFaults.watch(session);
        if (this.options.network === true) return;
        yield [
            'callouts',
            new InProcessCallouts(session, this.backend, (userId) => !this.withoutCredential.has(userId)),
        ];
    }

    /** `GET GetSyncStatus` is `get('/Sync/v1/GetSyncStatus')`. @param userId default: the administrator of the sync */
    get(path: string, userId?: string): RestAnswer {
        return this.send('GET', path, userId);
    }

    post(path: string, userId?: string): RestAnswer {
        return this.send('POST', path, userId);
    }

    rows(query: string): PlainRow[] {
        return queryRows(this.org, query);
    }

    /** The only row of a query. @throws Error where there is another number of them */
    row(query: string): PlainRow {
        const rows = this.rows(query);
        if (rows.length !== 1) throw new Error(`${rows.length} rows: ${query}`);
        return rows[0] as PlainRow;
    }

    /** Saves records as the given user would, triggers of the package included. @returns their ids */
    insert(object: string, rows: readonly PlainRow[], userId = this.users.admin): string[] {
        return this.write('insert', object, rows, userId);
    }

    update(object: string, rows: readonly PlainRow[], userId = this.users.admin): void {
        this.write('update', object, rows, userId);
    }

    delete(object: string, ids: readonly string[], userId = this.users.admin): void {
        this.write(
            'delete',
            object,
            ids.map((Id) => ({ Id })),
            userId,
        );
    }

    /** Anonymous Apex of an administrator who is not the sync user. */
    apex(text: string, userId = this.users.otherAdmin): void {
        const { runtime } = this;
        const { errors, body } = runtime.program.anonymousBlock(text, 'plain');
        if (body === null) throw new Error(errors[0]?.message ?? 'The Apex does not compile.');
        drive(
            runtime.request({ request: { quiddity: 'ANONYMOUS' }, userId }, function* () {
                yield* [];
                body();
            }),
        );
    }

    /** Moves the clock and runs what is due on the way. @returns how many pieces of jobs ran */
    advance(milliseconds: number): number {
        return this.runtime.jobs.advance(milliseconds);
    }

    /** The options of the sync, as an administrator sets them. */
    setOptions(values: PlainRow): void {
        const [existing] = this.rows('SELECT Id FROM SW_Studio_Options__c');
        if (existing === undefined)
            this.insert('SW_Studio_Options__c', [{ SetupOwnerId: this.org.ids.organizationId, ...values }]);
        else this.update('SW_Studio_Options__c', [{ ...existing, ...values }]);
    }

    /** A request of the REST API of the package. @param target below its namespace: `/Sync/v1/RestartSync?force=true` */
    restRequest(method: string, target: string, userId = this.users.admin): ApexRestRequest {
        const [path = '', query = ''] = target.split('?');
        const { namespace } = this.org.options;
        return { method, path: `/services/apexrest${namespace === '' ? '' : `/${namespace}`}${path}`, query, userId };
    }

    readAnswer({ status, body }: Pick<ApexRestResponse, 'status' | 'body'>): RestAnswer {
        const text = Buffer.from(body).toString('utf8');
        return { status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    }

    private send(method: string, target: string, userId?: string): RestAnswer {
        return this.readAnswer(this.live.rest.request(this.restRequest(method, target, userId)));
    }

    private write(
        operation: 'insert' | 'update' | 'delete',
        object: string,
        rows: readonly PlainRow[],
        userId: string,
    ): string[] {
        const open = this.runtime.open(userId);
        const session = this.runtime.session(open, { request: { quiddity: 'SOAP' } });
        const ids = session.run(() => writeRows(open, this.org, operation, object, rows));
        open.transaction.commit();
        return ids;
    }

    private newBackend(): VendorBackend {
        // Cursors of before stay known: what the org remembers was given by this vendor.
        const options = { data: this.options.data, now: () => this.clock.now(), epoch: 'cycle' };
        return this.options.newBackend?.(options) ?? new VendorBackend(options);
    }

    private compile(source: MetadataPackage): ApexProgram {
        const program = new ApexProgram(source, this.org.schema, new ApexSchema(this.org.schema, 'en_US'), {
            cacheFolder: CACHE,
            skipErrors: false,
            coverage: false,
            generators: this.options.jobs?.interleaved ?? false,
        });
        const [problem] = program.errors;
        if (problem !== undefined) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
        return program;
    }

    private startRuntime(): CycleOrg['live'] {
        const { org, program, clock } = this;
        const runtime = new ApexRuntime({
            org,
            program,
            clock,
            ...(this.options.jobs && { jobs: this.options.jobs }),
            services: (session) => this.services(session),
        });
        return { runtime, rest: new ApexRest(runtime) };
    }
}

const packages = new Map<string, MetadataPackage>();

function packageWith({ namespace, triggers = [], classes = [] }: CycleOrgOptions): MetadataPackage {
    const key = namespace ?? 'its own';
    const source = packages.get(key) ?? readProject(ROOT, namespace === undefined ? {} : { namespace });
    packages.set(key, source);
    return {
        ...source,
        triggers: [...source.triggers, ...triggers.map((body) => apexSource(body, 'trigger'))],
        classes: [...source.classes, ...classes.map((body) => apexSource(body, 'class'))],
    };
}

function apexSource(body: string, kind: 'class' | 'trigger'): ApexSource {
    const name = new RegExp(`\\b${kind}\\s+(\\w+)`, 'i').exec(body)?.[1] ?? 'Unnamed';
    return { name, file: `${name}.${kind}`, body, apiVersion: '65.0', status: 'Active' };
}
