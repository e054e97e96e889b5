import type { ApexSession } from '../apex/apex-session.ts';
import { ConnectCredentials } from '../credentials/connect-credentials.ts';
import { hasCustomPermission } from '../users/custom-permissions.ts';
import { SessionEvents } from '../events/delivery/session-events.ts';
import { OrgAccessService } from './access-service.ts';
import { networkTransport } from '../callouts/http-transport.ts';
import { OrgCallouts } from '../callouts/org-callouts.ts';
import { OrgMail } from './mail.ts';
import type { ServiceState } from './service-state.ts';

/** What every session of an org offers to the library beside jobs and tests; asked about the user who runs at the time. */
export function* sessionServices(
    session: ApexSession,
    state: ServiceState,
): Generator<readonly [name: string, service: unknown]> {
    const { org } = session.options;
    yield ['cache', state.cache];
    yield ['events', new SessionEvents(session.options.open.start.events ?? org.events, null)];
    yield ['mail', new OrgMail(session, state.outbox)];
    yield ['credentials', new ConnectCredentials(session)];
    yield ['callouts', new OrgCallouts(session, session.options.transport ?? networkTransport)];
    yield [
        'access',
        new OrgAccessService({
            rules: () => session.open.access,
            customPermission: (name) =>
                hasCustomPermission(session.open.transaction, org.schema, session.open.user, name),
            namespace: () => session.transaction.namespace,
            features: state.features,
        }),
    ];
}
