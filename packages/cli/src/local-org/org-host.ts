import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalOrgServer, type LocalOrgServerOptions, startLocalOrgServer } from '@sw-studio/local-org';
import { ControlServer } from './control-server.ts';
import type { Advanced, ControlVerb, ControlVerbs, OrgOutbox, OrgState, SignedIn } from './control-verbs.ts';
import { announceRunningOrg, withdrawRunningOrg } from './running-org.ts';

export interface HostOptions {
    /** Folder in which the org is found by other commands. */
    folder: string;
    /** Under which sf is logged in to it; null: it is not. */
    alias: string | null;
    server: LocalOrgServerOptions;
}

/** Runs a local org in this process, and obeys the commands that other processes send to it. */
export class OrgHost {
    private readonly options: HostOptions;
    private readonly secret = randomBytes(32).toString('hex');
    private readonly startedAt = new Date().toISOString();
    private server: LocalOrgServer;
    private control: ControlServer | null = null;
    private settings: LocalOrgServerOptions;
    private readonly onStopped: () => void;
    /** Fulfilled when the org has stopped. */
    readonly stopped: Promise<void>;

    /** @throws ServerError of the local org, with a sentence and a remedy */
    static async start(options: HostOptions): Promise<OrgHost> {
        const host = new OrgHost(options, await startLocalOrgServer(options.server));
        try {
            await host.serve();
        } catch (error) {
            await host.stop();
            throw error;
        }
        return host;
    }

    private constructor(options: HostOptions, server: LocalOrgServer) {
        this.options = options;
        this.server = server;
        this.settings = { ...options.server, port: server.port };
        const { promise, resolve } = Promise.withResolvers<void>();
        this.stopped = promise;
        this.onStopped = resolve;
    }

    get url(): string {
        return this.server.url;
    }

    async state(): Promise<OrgState> {
        const { report, url } = this.server;
        return {
            url,
            pid: process.pid,
            data: this.settings.data,
            source: this.settings.source ?? null,
            organizationId: report.organizationId,
            username: report.username,
            now: new Date(await this.server.now()).toISOString(),
            startedAt: this.startedAt,
            skippedComponents: report.skippedComponents,
        };
    }

    async stop(): Promise<void> {
        withdrawRunningOrg(this.options.folder);
        await this.server.stop();
        this.end();
    }

    private end(): void {
        this.control?.close();
        this.onStopped();
    }

    /** Other commands find the org only when all of it is there, the login of sf included. */
    private async serve(): Promise<void> {
        this.control ??= await ControlServer.start(this.secret, (verb, argument) => this.obey(verb, argument));
        if (this.options.alias !== null) await this.logSfIn(this.options.alias);
        announceRunningOrg(this.options.folder, {
            url: this.server.url,
            pid: process.pid,
            control: this.control.url,
            secret: this.secret,
            source: this.settings.source ?? null,
            startedAt: this.startedAt,
        });
    }

    /** sf keeps the session where it keeps all of them; no token is shown. */
    private async logSfIn(alias: string): Promise<void> {
        const { saveLogin } = await import('@sw-studio/org-client');
        const { accessToken } = await this.server.signIn();
        await saveLogin({ instanceUrl: this.url, accessToken, alias });
    }

    private async obey<Verb extends ControlVerb>(
        verb: Verb,
        argument: ControlVerbs[Verb]['argument'],
    ): Promise<ControlVerbs[ControlVerb]['result']> {
        switch (verb) {
            case 'signIn':
                return this.signIn(argument as ControlVerbs['signIn']['argument']);
            case 'advance':
                return this.advance(argument as ControlVerbs['advance']['argument']);
            case 'deploy':
                return this.deploy(argument as ControlVerbs['deploy']['argument']);
            case 'reset':
                return this.reset();
            case 'outbox':
                return this.server.command<OrgOutbox>('outbox');
            case 'stop':
                return this.stopSoon();
            default:
                return this.state();
        }
    }

    private async signIn({ username }: { username: string | null }): Promise<SignedIn> {
        const session = await this.server.signIn(username);
        return { accessToken: session.accessToken, username: session.username };
    }

    private async advance({ milliseconds }: { milliseconds: number }): Promise<Advanced> {
        const ran = await this.server.advance(milliseconds);
        return { now: new Date(await this.server.now()).toISOString(), ran };
    }

    /**
     * The same org with other source. It is tried in an org of its own first, so that one that does not compile leaves
     * everything as it was, also where it is the same folder as before.
     */
    private async deploy({ source, namespace }: ControlVerbs['deploy']['argument']): Promise<OrgState> {
        const settings = { ...this.settings, source, namespace };
        const trial = await startLocalOrgServer({ ...settings, data: null, port: 0 });
        await trial.stop();
        await this.restart(settings);
        return this.state();
    }

    /** An org as new, with the same source at the same address. */
    private async reset(): Promise<OrgState> {
        await this.restart(this.settings, () => this.deleteData());
        return this.state();
    }

    private async restart(settings: LocalOrgServerOptions, between: () => void = () => {}): Promise<void> {
        await this.server.stop();
        between();
        try {
            this.server = await startLocalOrgServer(settings);
        } catch (error) {
            withdrawRunningOrg(this.options.folder);
            setTimeout(() => this.end(), 50);
            throw error;
        }
        this.settings = settings;
        await this.serve();
    }

    private deleteData(): void {
        const { data } = this.settings;
        if (data === null) return;
        for (const entry of readdirSync(data)) rmSync(join(data, entry), { recursive: true, force: true });
    }

    /** The answer goes out first. */
    private async stopSoon(): Promise<OrgState> {
        const state = await this.state();
        setTimeout(() => void this.stop(), 50);
        return state;
    }
}
