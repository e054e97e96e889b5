import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drive } from '@sw-studio/apex/runtime';
import type { OrgEdition } from '../../src/default-data/new-org.ts';
import { SqliteDurability } from '../../src/store/sqlite-durability.ts';
import { CometdHandler } from '../../src/streaming/cometd/cometd-handler.ts';
import { OrgStreams } from '../../src/streaming/org/org-streams.ts';
import type { StreamGateway } from '../../src/streaming/stream-gateway.ts';
import { AVAILABLE, threadGateway } from '../../src/streaming/thread-gateway.ts';
import { EventOrg, publish } from './event-org.ts';
import type { JobOrgOptions } from './job-org.ts';

/** The administrator's; as clients expect it, it begins with the id of the org. */
export const TOKEN = '00D000000000000AAA!token';

/** An org whose events are offered to clients; everything between the two is copied as between threads. */
export class StreamingOrg {
    readonly org: EventOrg;
    readonly gateway: StreamGateway;
    readonly tokens: Set<string>;
    private readonly listeners = new Set<(content: unknown) => void>();

    /** @param file where the org is kept; null: nowhere */
    constructor(
        file: string | null = null,
        metadata: JobOrgOptions['metadata'] = {},
        edition: OrgEdition = 'Enterprise Edition',
    ) {
        this.tokens = new Set([TOKEN]);
        this.org = new EventOrg({
            metadata,
            scripts: {
                one: publish('Order__e', 1),
                two: publish('Order__e', 2),
                three: publish('Order__e', 3),
                account: `insert new Account(Name = 'a', Phone = '1');`,
                change: `Account account = [SELECT Id FROM Account]; account.Phone = '2'; account.Industry = 'Energy'; update account;`,
            },
            org: { edition, durability: file === null ? null : new SqliteDurability(file) },
        });
        const { runtime } = this.org;
        const streams = new OrgStreams({
            org: this.org.org,
            userOf: (token) => (this.tokens.has(token) ? this.org.org.ids.adminId : null),
            transact: async (userId, work) =>
                drive(runtime.request({ userId, request: { quiddity: 'SYNCHRONOUS' } }, work)),
            available: (subscriptionId) => this.notify(subscriptionId),
        });
        this.gateway = threadGateway({
            command: async (name, argument) =>
                structuredClone(await streams.commands[name]?.(structuredClone(argument) as never)) as never,
            onNotice: (topic, listener) => {
                if (topic === AVAILABLE) this.listeners.add(listener);
                return () => void this.listeners.delete(listener);
            },
        });
    }

    run(script: string): void {
        this.org.run(script);
    }

    close(): void {
        this.org.org.close();
    }

    private notify(subscriptionId: number): void {
        queueMicrotask(() => {
            for (const listener of this.listeners) listener(subscriptionId);
        });
    }
}

/** CometD over HTTP in front of an org. */
export class CometdServer {
    private readonly handler: CometdHandler;
    private readonly server: Server;

    private constructor(handler: CometdHandler, server: Server) {
        this.handler = handler;
        this.server = server;
    }

    /** @param port 0: any */
    static async start({ gateway }: StreamingOrg, port = 0): Promise<CometdServer> {
        const handler = new CometdHandler(gateway);
        const server = createServer((request, response) => handler.handle(request, response));
        await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
        return new CometdServer(handler, server);
    }

    get port(): number {
        return (this.server.address() as AddressInfo).port;
    }

    async stop(): Promise<void> {
        this.handler.close();
        this.server.closeAllConnections();
        await new Promise((resolve) => this.server.close(resolve));
    }
}
