import { OrgCredentials, type PrincipalSecret } from '../../credentials/org-credentials.ts';
import { OrgStreams } from '../../streaming/org/org-streams.ts';
import { AVAILABLE } from '../../streaming/thread-gateway.ts';
import { HostedOrg } from '../org/hosted-org.ts';
import type { OrgSettings } from '../org/org-settings.ts';
import { Router } from '../routing/router.ts';
import { allServices } from '../services/index.ts';
import { LogStore } from '../services/logs/log-store.ts';
import { Sessions } from '../sessions/sessions.ts';
import type { HttpReply, HttpRequest } from './messages.ts';

/** What the org tells of itself when it has started. */
export interface OrgReport {
    readonly organizationId: string;
    readonly adminId: string;
    readonly username: string;
    /** Components of the source without effect here, with reasons. */
    readonly skippedComponents: number;
}

/** A login that the server makes for whoever runs it. */
export interface SignIn {
    readonly accessToken: string;
    readonly userId: string;
    readonly username: string;
    readonly organizationId: string;
}

type Notify = (topic: string, content: unknown) => void;
type Command = (argument: never) => unknown;

/** Everything that the org's thread does: answers requests, obeys the commands of whoever runs the server. */
export class OrgServices {
    readonly host: HostedOrg;
    private readonly sessions: Sessions;
    private readonly router: Router;
    private readonly commands: Readonly<Record<string, Command>>;

    /** @throws ServerError */
    static async open(settings: OrgSettings, notify: Notify): Promise<OrgServices> {
        return new OrgServices(HostedOrg.open(settings), notify);
    }

    private constructor(host: HostedOrg, notify: Notify) {
        const onDefect = (error: unknown): void => notify('defect', describe(error));
        this.host = host;
        this.sessions = new Sessions(host);
        this.router = new Router(this.sessions, () => host.ready, onDefect);
        const context = { host, sessions: this.sessions, router: this.router, logs: new LogStore(host), notify };
        for (const service of allServices(context)) {
            this.router.add(service);
        }
        const credentials = new OrgCredentials(host.org);
        this.commands = {
            advance: (milliseconds: number) => host.live.advance(milliseconds),
            runDue: () => host.live.runDue(),
            now: () => host.clock.now(),
            outbox: () => host.org.services.outbox,
            signIn: (username: string | null) => this.signIn(username),
            setPassword: ({ username, password }: { username: string; password: string }) =>
                this.sessions.setPassword(this.userNamed(username), password),
            'credentials.setUrl': ({ name, url }: { name: string; url: string }) => credentials.setUrl(name, url),
            'credentials.setSecret': (secret: PrincipalSecret) => credentials.setSecret(secret),
            stop: () => this.close(),
            ...this.streams(notify).commands,
        };
        host.start(onDefect);
    }

    get report(): OrgReport {
        const { org, settings } = this.host;
        return {
            organizationId: org.ids.organizationId,
            adminId: org.ids.adminId,
            username: this.host.users.get(org.ids.adminId)?.username ?? settings.username,
            skippedComponents: org.skippedComponents.length,
        };
    }

    answer(request: HttpRequest): Promise<HttpReply> {
        return this.router.answer(request);
    }

    async command(name: string, argument: unknown): Promise<unknown> {
        const command = this.commands[name];
        if (command === undefined) throw new Error(`The org has no command ${name}.`);
        return command(argument as never);
    }

    /** What CometD and the Pub/Sub API, which listen in the other thread, ask of the org. */
    private streams(notify: Notify): OrgStreams {
        const { host, sessions } = this;
        return new OrgStreams({
            org: host.org,
            userOf: (token) => {
                const userId = sessions.find(token)?.userId ?? '';
                const user = host.users.get(userId);
                if (user === undefined || !host.users.isActive(userId)) return null;
                return host.users.hasPermission(user, 'PermissionsApiEnabled') ? userId : null;
            },
            transact: (userId, work) => host.transact(userId, work),
            available: (subscriptionId) => notify(AVAILABLE, subscriptionId),
        });
    }

    private signIn(username: string | null): SignIn {
        const { ids } = this.host.org;
        const userId = username === null ? ids.adminId : this.userNamed(username);
        return {
            accessToken: this.sessions.open({ userId, clientId: null }),
            userId,
            username: this.host.users.get(userId)?.username ?? '',
            organizationId: ids.organizationId,
        };
    }

    private userNamed(username: string): string {
        const user = this.host.users.byUsername(username);
        if (user === undefined) throw new Error(`The org has no user ${username}.`);
        return user.id;
    }

    private close(): void {
        this.host.close();
        this.sessions.close();
    }
}

function describe(error: unknown): string {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
