import { join } from 'node:path';
import { ApexAura } from '../../../entry-points/apex-aura.ts';
import { readComponentBundles } from '../../../ui-host/metadata/read-component-bundles.ts';
import { readPageMetadata } from '../../../ui-host/metadata/read-page-metadata.ts';
import type { PageMetadata } from '../../../ui-host/metadata/page-metadata.ts';
import type { OrgAccess, PageSession } from '../../../ui-host/org-access.ts';
import { PageBundle } from '../../../ui-host/page-bundle.ts';
import { Pages } from '../../../ui-host/pages/page-of-address.ts';
import { PageRequests } from '../../../ui-host/serve/page-requests.ts';
import { hasCustomPermission } from '../../../users/custom-permissions.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import type { ServiceContext } from '../service-context.ts';
import type { Session } from '../../sessions/session.ts';
import { PAGE_API_VERSION } from './limits.ts';

/** What the browser asks of this org, answered by the page host. */
export function pageRequests({ host }: ServiceContext): PageRequests {
    const { folder, namespace, metadata } = sourceOfPages(host);
    const bundle = new PageBundle(join(host.settings.cacheFolder ?? host.settings.spool, 'pages'), () => ({
        components: folder === null ? [] : readComponentBundles(folder, namespace),
        labels: labelsOf(host, namespace),
    }));
    const pages = new Pages(metadata, namespace);
    return new PageRequests(() => pages, bundle);
}

/** The way of one logged-in browser into the org. */
export function pageSession(context: ServiceContext, session: Session): PageSession {
    const { host } = context;
    const user = host.org.user(session.userId);
    return {
        user: { Id: user.id, timeZone: user.timeZone, isGuest: false },
        permissions: customPermissions(host, session.userId),
        orgAccess: orgAccess(context, session),
    };
}

const NO_PAGES: PageMetadata = {
    apps: [],
    tabs: [],
    lightningPages: [],
    layouts: [],
    listViews: [],
    recordPages: new Map(),
};

function orgAccess({ host, router }: ServiceContext, { token, userId }: Session): OrgAccess {
    return {
        async rest(method, path, body) {
            const [pathname = '', query = ''] = path.split('?');
            const reply = await router.answer({
                method,
                path: `/services/data/v${PAGE_API_VERSION}${pathname}`,
                query,
                headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
                body: body === undefined ? null : Buffer.from(JSON.stringify(body)),
                bodyFile: null,
                remoteAddress: '127.0.0.1',
            });
            const text = Buffer.from(reply.body ?? '').toString();
            return { status: reply.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
        },
        async apex(call) {
            const className = qualifiedClass(host, call.className);
            const calling = new ApexAura(host.runtime).calling({ ...call, className, userId });
            const { status, body } = await host.live.run(calling);
            return { status, body };
        },
    };
}

/** By their names with and without the namespace: source that imports one carries no prefix. */
function customPermissions(host: HostedOrg, userId: string): readonly string[] {
    const { transaction, user } = host.org.openTransaction({ userId });
    const { schema } = host.org;
    const granted = host.packages.flatMap(({ namespace, customPermissions: declared }) =>
        declared.flatMap(({ name }) => {
            const full = namespace === '' ? name : `${namespace}__${name}`;
            return hasCustomPermission(transaction, schema, user, full) ? [name, full] : [];
        }),
    );
    transaction.rollback();
    return [...new Set(granted)];
}

interface SourceOfPages {
    readonly folder: string | null;
    readonly namespace: string;
    readonly metadata: PageMetadata;
}

const sources = new WeakMap<HostedOrg, SourceOfPages>();

/** Whose app is shown: that of the org's own source, or of the package that was installed last and has one. */
function sourceOfPages(host: HostedOrg): SourceOfPages {
    let found = sources.get(host);
    if (found === undefined) sources.set(host, (found = findSourceOfPages(host)));
    return found;
}

function findSourceOfPages({ settings, packages }: HostedOrg): SourceOfPages {
    const candidates = settings.sources.map(({ folder }, index) => ({
        folder,
        namespace: packages[index]?.namespace ?? '',
        metadata: readPageMetadata(folder),
    }));
    const withApp = candidates.findLast(({ metadata }) => metadata.apps.length > 0);
    return withApp ?? candidates.at(-1) ?? { folder: null, namespace: '', metadata: NO_PAGES };
}

/** A component of a package names the classes of its own package without their namespace. */
function qualifiedClass(host: HostedOrg, className: string): string {
    const { namespace } = sourceOfPages(host);
    if (className.includes('.') || namespace === host.org.options.namespace) return className;
    return `${namespace}.${className}`;
}

function labelsOf({ packages }: HostedOrg, own: string): ReadonlyMap<string, string> {
    return new Map(
        packages.flatMap(({ namespace, labels }) =>
            labels.flatMap(({ name, value }): [string, string][] => [
                [`${namespace === '' ? 'c' : namespace}.${name}`, value],
                ...(namespace === own ? [[`c.${name}`, value] as [string, string]] : []),
            ]),
        ),
    );
}
