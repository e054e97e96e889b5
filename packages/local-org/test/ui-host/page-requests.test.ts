import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readComponentBundles } from '../../src/ui-host/metadata/read-component-bundles.ts';
import { readPageMetadata } from '../../src/ui-host/metadata/read-page-metadata.ts';
import type { OrgAccess, PageSession } from '../../src/ui-host/org-access.ts';
import { PageBundle } from '../../src/ui-host/page-bundle.ts';
import { Pages } from '../../src/ui-host/pages/page-of-address.ts';
import { PageRequests } from '../../src/ui-host/serve/page-requests.ts';

const PROJECT = join(import.meta.dirname, '../fixtures/pages');

/** An org of which the user may see nothing. */
const CLOSED: OrgAccess = {
    rest: async () => ({ status: 403, body: [{ errorCode: 'FORBIDDEN', message: 'No access' }] }),
    apex: async ({ className }) => ({
        status: 500,
        body: { message: `You do not have access to the Apex class named: ${className}` },
    }),
};

const SESSION: PageSession = {
    user: { Id: '005000000000001AAA', timeZone: 'Europe/Berlin', isGuest: false },
    permissions: ['</script><script>alert(1)'],
    orgAccess: CLOSED,
};

const labels = new Map([['c.Greeting_Title', 'Hello']]);
const requests = new PageRequests(
    () => new Pages(readPageMetadata(PROJECT), ''),
    new PageBundle(join(tmpdir(), 'no-vendor-bundle'), () => ({
        components: readComponentBundles(PROJECT, ''),
        labels,
    })),
);

const get = (path: string, session: PageSession | null = SESSION) =>
    requests.answer({ method: 'GET', path, body: undefined, session });
const post = (path: string, body: unknown, session: PageSession | null = SESSION) =>
    requests.answer({ method: 'POST', path, body, session });
const text = (body: string | Uint8Array | undefined): string => Buffer.from(body ?? '').toString();

describe('the requests of a browser', () => {
    it('get the page of the host under every address of Lightning Experience, under a policy without inline script', async () => {
        for (const path of ['/lightning', '/lightning/n/Greeting', '/lightning/r/Account/001000000000001AAA/view']) {
            const answer = await get(path);
            assert.equal(answer?.status, 200);
            assert.match(answer.headers['content-security-policy'] ?? '', /script-src 'self';/);
            assert.doesNotMatch(text(answer.body), /<script(?![^>]*\bsrc=)/);
        }
    });

    it('without a session get told how to log in, and no data', async () => {
        assert.equal((await get('/lightning', null))?.status, 401);
        assert.equal((await post('/local-org/ui/app', {}, null))?.status, 401);
        assert.equal((await post('/local-org/apex/Greeter/greet', {}, null))?.status, 401);
        assert.match(text((await get('/local-org/session.js', null))?.body), /= null;/);
    });

    it('get what a user is in a script that no text of the data can end', async () => {
        const answer = await get('/local-org/session.js');
        assert.match(text(answer?.body), /Europe\/Berlin/);
        assert.doesNotMatch(text(answer?.body), /<\/script>/);
    });

    it('get the design system, and nothing above its folder', async () => {
        const style = await get('/slds/styles/salesforce-lightning-design-system.min.css');
        assert.equal(style?.headers['content-type'], 'text/css; charset=utf-8');
        assert.equal(await get('/slds/../package.json'), null);
        assert.equal(await get('/slds/%2e%2e/package.json'), null);
    });

    it('see the tabs of components, and no tab of an object that the user may not read', async () => {
        const app = JSON.parse(text((await post('/local-org/ui/app', {}))?.body)) as unknown;
        assert.deepEqual(app, {
            label: 'Greetings',
            tabs: [{ label: 'Greeting', address: '/lightning/n/Greeting' }],
        });
    });

    it('get the component of a tab as the page at its address', async () => {
        const page = JSON.parse(
            text((await post('/local-org/ui/page', { address: '/lightning/n/Greeting' }))?.body),
        ) as unknown;
        assert.deepEqual(page, {
            kind: 'components',
            title: 'Greeting',
            tab: '/lightning/n/Greeting',
            components: [{ name: 'greeting', properties: {} }],
        });
    });

    it('get the sentence of the org where it refuses', async () => {
        const list = await post('/local-org/ui/page', { address: '/lightning/o/Account/list' });
        assert.deepEqual([list?.status, JSON.parse(text(list?.body))], [403, { message: 'No access' }]);
        const apex = await post('/local-org/apex/Greeter/greet', { name: 'Ada' });
        assert.equal(apex?.status, 500);
        assert.match(text(apex.body), /access to the Apex class named: Greeter/);
    });

    it('get 404 with the address where there is no page', async () => {
        const answer = await post('/local-org/ui/page', { address: '/lightning/n/Nowhere' });
        assert.deepEqual([answer?.status, text(answer?.body)], [404, '{"message":"There is no tab Nowhere"}']);
    });
});
