import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SyncStatus } from '@sw-studio/contract';

const ORGANIZATION = '00D000000000001EAA';
const USER = '005000000000001AAA';

export const SCRIPTED_TOKEN = `${ORGANIZATION}!AQcAQ.secret_value`;
export const SCRIPTED_USERNAME = 'admin@scripted.example.com';

interface Answer {
    status: number;
    body: unknown;
}

/** What the package answers to a call, by `GET /Sync/v1/GetSyncStatus`; undefined: there is no such resource. */
export type Script = (call: string, parameters: URLSearchParams) => Answer | undefined;

/** An org whose package answers by a script, for states that a healthy one does not get into. sf can log in to it. */
export class ScriptedOrg {
    script: Script;
    /** Calls of the package's API that came. */
    readonly calls: string[] = [];
    private readonly server: Server;

    static async start(script: Script): Promise<ScriptedOrg> {
        const org = new ScriptedOrg(script);
        await new Promise<void>((resolve) => org.server.listen(0, '127.0.0.1', resolve));
        return org;
    }

    private constructor(script: Script) {
        this.script = script;
        this.server = createServer((request, response) => this.answer(request, response));
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    close(): void {
        this.server.closeAllConnections();
        this.server.close();
    }

    private answer({ url = '', method = '' }: IncomingMessage, response: ServerResponse): void {
        const { pathname, searchParams } = new URL(url.replace(/^\/+/, '/'), this.url);
        const { status, body } = this.platform(pathname, searchParams) ?? this.package(method, pathname, searchParams);
        response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body));
    }

    /** What sf asks for when it logs in. */
    private platform(path: string, parameters: URLSearchParams): Answer | undefined {
        if (path.endsWith('/oauth2/userinfo')) {
            return {
                status: 200,
                body: { user_id: USER, organization_id: ORGANIZATION, preferred_username: SCRIPTED_USERNAME },
            };
        }
        if (path.includes('/sobjects/User/')) return { status: 200, body: { Id: USER, Username: SCRIPTED_USERNAME } };
        if (path === '/services/data')
            return { status: 200, body: [{ label: 'v65.0', url: '/services/data/v65.0', version: '65.0' }] };
        if (path.endsWith('/query')) return query(parameters.get('q') ?? '');
        return /^\/services\/data\/v\d+\.0\/?$/.test(path) ? { status: 200, body: {} } : undefined;
    }

    private package(method: string, path: string, parameters: URLSearchParams): Answer {
        const call = `${method} ${path.replace('/services/apexrest/swstudio', '')}`;
        this.calls.push(parameters.size === 0 ? call : `${call}?${parameters.toString()}`);
        const missing = [{ errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' }];
        return this.script(call, parameters) ?? { status: 404, body: missing };
    }
}

function query(soql: string): Answer {
    const records = soql.includes('FROM Organization')
        ? [
              {
                  Name: 'Scripted',
                  InstanceName: 'LOCAL',
                  IsSandbox: false,
                  TrialExpirationDate: null,
                  NamespacePrefix: null,
                  OrganizationType: 'Developer Edition',
              },
          ]
        : soql.includes('FROM ApexClass')
          ? [{ attributes: { type: 'ApexClass' }, NamespacePrefix: 'swstudio' }]
          : null;
    if (records === null)
        return { status: 400, body: [{ errorCode: 'INVALID_TYPE', message: 'It is not supported.' }] };
    return { status: 200, body: { totalSize: records.length, done: true, records } };
}

/** A sync that waits for its next cycle, with what differs from that. */
export function statusWith(sync: Partial<SyncStatus['sync']> = {}): SyncStatus {
    return {
        asyncQueued: {},
        scheduledRunner: {},
        scheduledWatcher: {},
        lastExecution: {},
        sync: { desired: 'ON', running: 'Waiting', health: 'HEALTHY', generation: 3, ...sync },
        queue: { pending: 0, retrying: 0, dead: 0, oldestAgeSeconds: 0 },
    };
}
