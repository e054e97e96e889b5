import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { DemoOrg } from '../start/demo-org.ts';
import { accessibilityViolations, keepScreenshot, launchBrowser, open } from './browser.ts';
import { createUser, startPageOrg } from './page-org.ts';

const MINUTE = 60_000;
const SETUP = '/lightning/n/SW_Studio_Setup';

/** What an administrator does on the Setup page, in their order, in one org: nothing is mocked. */
describe('the Setup page in a browser', () => {
    let org: DemoOrg;
    let browser: Browser;
    const problems: string[] = [];

    before(async () => {
        [org, browser] = await Promise.all([startPageOrg(), launchBrowser()]);
    });

    after(async () => {
        await browser.close();
        await org.stop();
    });

    async function show(section: string, options: Parameters<typeof open>[3] = {}): Promise<Page> {
        const opened = await open(browser, org, `${SETUP}?c__section=${section}`, options);
        await opened.page.getByRole('heading', { name: 'SW Studio Setup' }).waitFor();
        problems.push(...opened.problems);
        return opened.page;
    }

    it('says that SalesWings takes the token, and turns the sync on', async () => {
        const page = await show('setup');
        await page.getByText('Connected to').waitFor();
        await page.getByText('The sync was never turned on').waitFor();
        await page.getByRole('switch', { name: 'Synchronization' }).check({ force: true });
        await page.getByText('Next cycle in').waitFor();
        await keepScreenshot(page, 'setup');
        const status = await org.api.sync<{ sync: { desired: string } }>('GET', '/Sync/v1/GetSyncStatus');
        assert.equal(status.sync.desired, 'ON');
    });

    it('shows the cycle that ran, with its steps and their counts', async () => {
        await org.server.advance(2 * MINUTE);
        const page = await show('status');
        await page.getByRole('button', { name: 'SWJ-0000001' }).click();
        const step = page.locator('[data-step="GetProspects"]');
        await step.waitFor();
        assert.match(await step.innerText(), /Completed/);
        assert.match(await step.locator('[data-id="examined"]').innerText(), /500/);
        await keepScreenshot(page, 'status');
    });

    it('asks before it restarts a sync that is alive, and changes nothing when told no', async () => {
        const page = await show('status');
        await page.getByRole('button', { name: 'Restart', exact: true }).click();
        await page.getByText('The sync is on and running').waitFor();
        await page.getByRole('button', { name: 'Cancel', exact: true }).click();
        await page.getByText('The sync is on and running').waitFor({ state: 'detached' });
        const status = await org.api.sync<{ sync: { generation: number } }>('GET', '/Sync/v1/GetSyncStatus');
        assert.equal(status.sync.generation > 0, true);
    });

    it('shows what is wrong with the health of the sync, and applies a fix', async () => {
        const page = await show('health');
        await page.locator('[data-check="CONNECTION"]').waitFor();
        const options = page.locator('[data-check="OPTIONS_MISSING"]');
        await options.getByRole('button', { name: 'Fix' }).click();
        await page.locator('[data-check="OPTIONS"]').waitFor();
        await keepScreenshot(page, 'health');
    });

    it('saves a preference, and refuses one that makes no sense with the name of its field', async () => {
        const page = await show('preferences');
        const gap = page.getByRole('spinbutton', { name: 'Sync Gap (mins.)' });
        await gap.waitFor();
        await gap.fill('7');
        await page.getByRole('button', { name: 'Save' }).first().click();
        await page.getByText('Saved').first().waitFor();
        await gap.fill('-1');
        await page.getByRole('button', { name: 'Save' }).first().click();
        await page.getByText('Sync Gap (mins.) is a number from 0').waitFor();
        const [row] = await org.api.query<{ swstudio__Sync_Gap_mins__c: number }>(
            'SELECT swstudio__Sync_Gap_mins__c FROM swstudio__SW_Studio_Options__c',
        );
        assert.equal(row?.swstudio__Sync_Gap_mins__c, 7);
        await keepScreenshot(page, 'preferences');
    });

    it('shows the Event Queue', async () => {
        const page = await show('queue');
        await page.locator('[data-id="dead"]').waitFor();
        assert.equal(await page.locator('[data-id="dead"]').innerText(), '0');
        await keepScreenshot(page, 'event-queue');
    });

    it('is usable at the width of a phone, and has nothing that axe objects to', async () => {
        for (const section of ['setup', 'status', 'queue', 'health', 'preferences', 'mappings', 'notifications']) {
            for (const width of [1280, 400]) {
                const page = await show(section, { width });
                await page.waitForLoadState('networkidle');
                assert.deepEqual(await accessibilityViolations(page), [], `${section} at ${width} px`);
                await page.context().close();
            }
        }
    });

    it('tells a user without a permission set of ours whom to ask', async () => {
        const username = await createUser(org, 'stranger', null);
        const { page } = await open(browser, org, SETUP, { username });
        await page.getByText('You have no access to SW Studio').waitFor();
        await keepScreenshot(page, 'no-access');
    });

    it('lets a user look who may not change anything', async () => {
        const username = await createUser(org, 'viewer', 'SalesWings_Data_Manipulation');
        const page = await show('setup', { username });
        await page.getByText('This needs the permission set SW Studio Administrator').waitFor();
        assert.equal(await page.getByRole('switch', { name: 'Synchronization' }).isDisabled(), true);
    });

    it('logs no error in the console and asks nothing of any other server', () => {
        assert.deepEqual(problems, []);
    });
});
