import type { PrincipalSecret } from '../../credentials/org-credentials.ts';
import type { OrgEdition } from '../../default-data/new-org.ts';
import { CometdHandler } from '../../streaming/cometd/cometd-handler.ts';
import { threadGateway } from '../../streaming/thread-gateway.ts';
import { ServerError } from '../server-error.ts';
import type { ConnectedApp, OrgSettings, SourceSetting } from '../org/org-settings.ts';
import type { OrgReport, SignIn } from '../thread/org-services.ts';
import { type FrontHandler, HttpFront } from './http-front.ts';
import { listenHost, type ListenAddress } from './listen-address.ts';
import { OrgThread } from './org-thread.ts';
import { openStateFolder, type StateFolder } from './state-folder.ts';
import { PubSubServer } from '../../streaming/pubsub/pub-sub-server.ts';

export interface LocalOrgServerOptions extends ListenAddress {
    /** Folder that keeps the org; null: it ends with the process. */
    readonly data: string | null;
    /** 0: one that is free. */
    readonly port: number;
    /** Installed as managed packages, in this order; their namespace is that of sfdx-project.json where it is null. */
    readonly packages?: readonly { readonly folder: string; readonly namespace: string | null }[];
    /** Folder of an SFDX project that is deployed at the start; null: an org without code. */
    readonly source?: string | null;
    /** Of the source; null: the one in sfdx-project.json. */
    readonly namespace?: string | null;
    /** Where parsed Apex is kept between starts; null: nowhere. */
    readonly cacheFolder?: string | null;
    readonly name?: string;
    readonly edition?: OrgEdition;
    /** Of the administrator of a new org. */
    readonly username?: string;
    /** IANA name. */
    readonly timeZone?: string;
    readonly isSandbox?: boolean;
    /** Epoch milliseconds of a clock that stands still until `advance`; null: it goes with the machine's. */
    readonly clockStart?: number | null;
    readonly connectedApps?: readonly ConnectedApp[];
    /** null: as the edition has them. */
    readonly dailyApiRequests?: number | null;
    /** Of the Pub/Sub API, gRPC over TLS; 0: one that is free; null: it is not served. Default: null. */
    readonly pubSubPort?: number | null;
}

/** sf logs in with it from a browser, and refreshes with it. */
const SF_APP: ConnectedApp = { clientId: 'PlatformCLI', clientSecret: null, certificate: null, runAs: null };

/** A running org behind its HTTP server. */
export class LocalOrgServer {
    /** `http://127.0.0.1:8080`, without a trailing slash. */
    readonly url: string;
    readonly port: number;
    readonly report: OrgReport;
    private readonly front: HttpFront;
    private readonly thread: OrgThread;
    private readonly folder: StateFolder;
    private pubSub: PubSubServer | null = null;

    constructor(url: string, port: number, front: HttpFront, thread: OrgThread, folder: StateFolder) {
        this.url = url;
        this.port = port;
        this.front = front;
        this.thread = thread;
        this.folder = folder;
        this.report = thread.report as OrgReport;
    }

    /** Adds what answers in the listening thread, with connections that it may keep open. */
    handle(handler: FrontHandler): void {
        this.front.handlers.push(handler);
    }

    /** Where the Pub/Sub API listens; null: it is not served. */
    get pubSubPort(): number | null {
        return this.pubSub?.port ?? null;
    }

    /** @throws ServerError PORT_IN_USE: the org has stopped then */
    async servePubSub(host: string, port: number): Promise<void> {
        try {
            this.pubSub = await PubSubServer.start({ gateway: threadGateway(this.thread), host, port });
        } catch (cause) {
            await this.thread.stop();
            throw ServerError.of('PORT_IN_USE', [String(port), host], cause);
        }
    }

    /** A new session. @param username null: the administrator @throws ServerError for a user who does not exist */
    signIn(username: string | null = null): Promise<SignIn> {
        return this.thread.command('signIn', username);
    }

    setPassword(username: string, password: string): Promise<void> {
        return this.thread.command('setPassword', { username, password });
    }

    /** Puts another address in the place of a named credential's own. @param name with its namespace */
    setCredentialUrl(name: string, url: string): Promise<void> {
        return this.thread.command('credentials.setUrl', { name, url });
    }

    /** Stores what a principal of an external credential authenticates itself with. */
    setCredentialSecret(secret: PrincipalSecret): Promise<void> {
        return this.thread.command('credentials.setSecret', secret);
    }

    /** Moves the org's clock and runs what is due on the way. @returns how many pieces of jobs were run */
    advance(milliseconds: number): Promise<number> {
        return this.thread.command('advance', milliseconds);
    }

    /** Runs what is due until nothing is. @returns how many pieces of jobs were run */
    runDue(): Promise<number> {
        return this.thread.command('runDue');
    }

    /** Epoch milliseconds of the org's clock. */
    now(): Promise<number> {
        return this.thread.command('now');
    }

    /** Whatever else the org's thread does by name. */
    command<Result>(name: string, argument: unknown = null): Promise<Result> {
        return this.thread.command(name, argument);
    }

    /** What the org tells by itself, such as `defect`. @returns ends listening */
    onNotice(topic: string, listener: (content: unknown) => void): () => void {
        return this.thread.onNotice(topic, listener);
    }

    async stop(): Promise<void> {
        this.pubSub?.stop();
        await this.front.close();
        await this.thread.stop();
        this.folder.release();
    }
}

/**
 * Starts an org and its HTTP server.
 *
 * @throws ServerError with a sentence and a remedy: PORT_IN_USE, ADDRESS_NOT_LOOPBACK, FOLDER_IN_USE, FOLDER_UNUSABLE, SOURCE_INVALID
 */
export async function startLocalOrgServer(options: LocalOrgServerOptions): Promise<LocalOrgServer> {
    const host = listenHost(options);
    const folder = openStateFolder(options.data);
    const front = new HttpFront(folder.spool);
    try {
        // The port first: the org's own address is part of what it writes into links.
        const { port } = await front.listen(host, options.port);
        const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
        const thread = await OrgThread.start(settingsOf(options, folder, url));
        front.serve(thread);
        front.handlers.push(new CometdHandler(threadGateway(thread)));
        const server = new LocalOrgServer(url, port, front, thread, folder);
        if (options.pubSubPort != null) await server.servePubSub(host, options.pubSubPort);
        return server;
    } catch (error) {
        await front.close();
        folder.release();
        throw error;
    }
}

function settingsOf(options: LocalOrgServerOptions, folder: StateFolder, baseUrl: string): OrgSettings {
    const { source = null, namespace = null, packages = [], connectedApps = [] } = options;
    const sources: SourceSetting[] = packages.map((each) => ({ ...each, managed: true }));
    if (source !== null) sources.push({ folder: source, namespace, managed: false });
    return {
        folder: folder.path,
        spool: folder.spool,
        cacheFolder: options.cacheFolder ?? null,
        sources,
        name: options.name ?? 'Local Org',
        edition: options.edition ?? 'Developer Edition',
        username: options.username ?? 'admin@local.example.com',
        timeZone: options.timeZone ?? 'America/Los_Angeles',
        isSandbox: options.isSandbox ?? false,
        clockStart: options.clockStart ?? null,
        baseUrl,
        connectedApps: [SF_APP, ...connectedApps],
        dailyApiRequests: options.dailyApiRequests ?? null,
    };
}
