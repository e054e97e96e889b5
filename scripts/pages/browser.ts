import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../setup/find-chromium.mjs';
import type { DemoOrg } from '../start/demo-org.ts';
import { SCREENSHOTS } from './page-org.ts';

export interface OpenPage {
    readonly page: Page;
    /** Errors of the console and of scripts, and requests to elsewhere. */
    readonly problems: readonly string[];
}

/** A real browser. @throws Error where there is none */
export async function launchBrowser(): Promise<Browser> {
    const executablePath = findChromium();
    if (executablePath === undefined)
        throw new Error('There is no Chromium. Run npm start once as root on Debian, or set CHROMIUM_PATH.');
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** Logs a user in and opens an address. @param username null: the administrator */
export async function open(
    browser: Browser,
    { server }: DemoOrg,
    address: string,
    { username = null, width = 1280 }: { readonly username?: string | null; readonly width?: number } = {},
): Promise<OpenPage> {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(server.url) && !url.startsWith('data:')) problems.push(`request to ${url}`);
    });
    const { accessToken } = await server.signIn(username);
    const query = new URLSearchParams({ sid: accessToken, retURL: address });
    // the first page of a machine waits for the base components to be bundled
    await page.goto(`${server.url}/secur/frontdoor.jsp?${query.toString()}`, { timeout: 180_000 });
    page.setDefaultTimeout(10_000);
    return { page, problems };
}

export async function keepScreenshot(page: Page, name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

/**
 * What axe finds in our own components. Parts of the base components are Salesforce's: what lies inside of an element of
 * theirs is not ours to mend.
 */
export async function accessibilityViolations(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.flatMap(({ id, help, nodes }) =>
        nodes
            .map(({ target, html }) => ({ place: target.join(' '), html }))
            .filter(({ place }) => !/lightning-|\.slds-vertical/.test(place))
            .map(({ place, html }) => `${id}: ${help} (${place}) ${html.slice(0, 120)}`),
    );
}
