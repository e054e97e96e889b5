import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Waiting } from '@sw-studio/apex/runtime';
import { ApexProgram } from '../../apex/apex-program.ts';
import { ApexRuntime, type SessionStart } from '../../apex/apex-runtime.ts';
import type { ApexSession } from '../../apex/apex-session.ts';
import { ManualClock } from '../../clock/clock.ts';
import { ApexAnonymous } from '../../entry-points/apex-anonymous.ts';
import { ApexRest } from '../../entry-points/apex-rest.ts';
import { LiveRuntime } from '../../executor/live-runtime.ts';
import { keptClock } from '../../jobs/housekeeping.ts';
import { MetadataError } from '../../metadata/metadata-error.ts';
import type { MetadataPackage } from '../../metadata/model.ts';
import { readProject } from '../../metadata/read-project.ts';
import { LocalOrg } from '../../org.ts';
import { ApexSchema } from '../../schema/apex-schema.ts';
import { SqliteDurability } from '../../store/sqlite-durability.ts';
import { ServerError } from '../server-error.ts';
import type { OrgSettings, SourceSetting } from './org-settings.ts';
import { DeployedSource } from './deployed-source.ts';
import { RunningClock } from './running-clock.ts';
import { UserDirectory } from './user-directory.ts';

/** How many pieces of asynchronous work the org does at once. */
const WORKERS = 4;

/** Milliseconds between two looks at whether running work has ended. */
const IDLE_LOOK = 10;

/** What a deployment replaces as a whole. */
interface Deployed {
    readonly program: ApexProgram;
    readonly live: LiveRuntime;
    readonly rest: ApexRest;
    readonly anonymous: ApexAnonymous;
}

type Work<T> = (session: ApexSession) => Generator<Waiting, T, void>;

/** An org that serves requests: its rows, its code, its clock, and the work that it does by itself. */
export class HostedOrg {
    readonly settings: OrgSettings;
    readonly org: LocalOrg;
    readonly clock: ManualClock;
    /** Managed packages, and the org's own code last. */
    packages: readonly MetadataPackage[];
    /** Fulfilled when no deployment keeps requests waiting. */
    ready: Promise<void> = Promise.resolve();
    private onDefect: (error: unknown) => void = () => {};
    readonly users: UserDirectory;
    private deployed: Deployed;

    /** @throws ServerError SOURCE_INVALID, FOLDER_UNUSABLE */
    static open(settings: OrgSettings): HostedOrg {
        return new HostedOrg(settings);
    }

    private constructor(settings: OrgSettings) {
        this.settings = settings;
        this.packages = withDeployed(settings, packagesOf(settings));
        let clock: ManualClock = new ManualClock(settings.clockStart ?? Date.now());
        this.org = this.openOrg(() => clock.now());
        const kept = keptClock(this.org.store) ?? 0;
        clock =
            settings.clockStart === null
                ? new RunningClock(kept)
                : new ManualClock(Math.max(kept, settings.clockStart));
        this.clock = clock;
        this.users = new UserDirectory(this.org);
        this.deployed = this.compile();
    }

    get program(): ApexProgram {
        return this.deployed.program;
    }

    get runtime(): ApexRuntime {
        return this.deployed.live.runtime;
    }

    get live(): LiveRuntime {
        return this.deployed.live;
    }

    get rest(): ApexRest {
        return this.deployed.rest;
    }

    get anonymous(): ApexAnonymous {
        return this.deployed.anonymous;
    }

    /** Runs due work by itself from now on. */
    start(onDefect: (error: unknown) => void): void {
        this.onDefect = onDefect;
        this.live.work.start(onDefect);
    }

    /** A transaction of an API request: committed when `work` returns, rolled back when it throws. */
    transact<T>(userId: string, work: Work<T>, start: Partial<SessionStart> = {}): Promise<T> {
        const request = { quiddity: 'SYNCHRONOUS' };
        return this.live.run(this.runtime.request({ request, ...start, userId }, work));
    }

    /**
     * Replaces what is deployed. Requests wait meanwhile; work that is on its way ends first, and jobs go on with the new code.
     *
     * @throws MetadataError for metadata that cannot be deployed: nothing has changed then
     */
    async replace(packages: readonly MetadataPackage[]): Promise<void> {
        const { promise, resolve } = Promise.withResolvers<void>();
        this.ready = promise;
        try {
            const { work, executor } = this.live;
            work.stop();
            while (executor.size > 0) await new Promise((again) => setTimeout(again, IDLE_LOOK));
            this.org.deploy(packages);
            this.packages = packages;
            work.close();
            this.deployed = this.compile();
        } finally {
            this.start(this.onDefect);
            resolve();
        }
    }

    close(): void {
        this.live.close();
        if (this.clock instanceof RunningClock) this.clock.stop();
        this.org.close();
    }

    private openOrg(now: () => number): LocalOrg {
        const { settings, packages } = this;
        try {
            return LocalOrg.create(packages, {
                now,
                name: settings.name,
                edition: settings.edition,
                username: settings.username,
                timeZone: settings.timeZone,
                isSandbox: settings.isSandbox,
                namespace: ownNamespace(packages),
                baseUrl: settings.baseUrl,
                skipInvalidFormulas: true,
                durability: settings.folder === null ? null : openDurability(settings.folder),
            });
        } catch (error) {
            if (!(error instanceof MetadataError)) throw error;
            throw ServerError.of('SOURCE_INVALID', [this.folders, error.message], error);
        }
    }

    private compile(): Deployed {
        const { org, clock, settings, packages } = this;
        const program = new ApexProgram(packages, org.schema, new ApexSchema(org.schema, org.options.language), {
            cacheFolder: settings.cacheFolder,
            skipErrors: false,
            coverage: false,
            generators: true,
        });
        const [problem] = program.errors;
        if (problem !== undefined) {
            const { file, line, column, message } = problem;
            throw ServerError.of('SOURCE_INVALID', [this.folders, `${file}:${line}:${column}: ${message}`]);
        }
        const runtime = new ApexRuntime({ org, program, clock, jobs: { interleaved: true, workers: WORKERS } });
        const live = new LiveRuntime({ runtime });
        return { program, live, rest: new ApexRest(runtime), anonymous: new ApexAnonymous(runtime) };
    }

    private get folders(): string {
        return this.settings.sources.map(({ folder }) => folder).join(', ');
    }
}

/** The org's own code with what was deployed into it since. */
function withDeployed(settings: OrgSettings, packages: readonly MetadataPackage[]): MetadataPackage[] {
    const own = packages.at(-1) as MetadataPackage;
    return [...packages.slice(0, -1), new DeployedSource(settings).over(own)];
}

/** The packages, and the org's own code last: none, where no source is given for it. */
function packagesOf({ sources, spool }: OrgSettings): MetadataPackage[] {
    const packages = sources.map(readSource);
    if (sources.at(-1)?.managed === false) return packages;
    const folder = join(spool, 'nothing');
    mkdirSync(folder, { recursive: true });
    return [...packages, readProject(folder)];
}

function readSource({ folder, namespace }: SourceSetting): MetadataPackage {
    try {
        return readProject(folder, namespace === null ? {} : { namespace });
    } catch (error) {
        if (!(error instanceof MetadataError)) throw error;
        throw ServerError.of('SOURCE_INVALID', [folder, error.message], error);
    }
}

/** The org's own namespace: that of the code that is deployed last, as in the org where a package is developed. */
function ownNamespace(packages: readonly MetadataPackage[]): string {
    return packages.at(-1)?.namespace ?? '';
}

function openDurability(folder: string): SqliteDurability {
    const file = join(folder, 'org.sqlite');
    try {
        return new SqliteDurability(file);
    } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw ServerError.of('FOLDER_UNUSABLE', [folder, `org.sqlite cannot be read (${reason})`], cause);
    }
}
