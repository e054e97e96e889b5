import type { HostedOrg } from '../org/hosted-org.ts';
import type { LogStore } from './logs/log-store.ts';
import type { Router } from '../routing/router.ts';
import type { Sessions } from '../sessions/sessions.ts';

/** What a service has to work with. */
export interface ServiceContext {
    readonly host: HostedOrg;
    readonly sessions: Sessions;
    /** Answers requests inside of requests. */
    readonly router: Router;
    /** Debug logs of users who are traced. */
    readonly logs: LogStore;
    /** Tells the listening thread something. */
    notify(topic: string, content: unknown): void;
}
