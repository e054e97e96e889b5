import type { HostedOrg } from '../org/hosted-org.ts';
import type { Router } from '../routing/router.ts';
import type { Sessions } from '../sessions/sessions.ts';

/** What a service has to work with. */
export interface ServiceContext {
    readonly host: HostedOrg;
    readonly sessions: Sessions;
    /** Answers requests inside of requests. */
    readonly router: Router;
    /** Tells the listening thread something. */
    notify(topic: string, content: unknown): void;
}
