// Programs that npm cannot bring: a JDK for the Apex gates and Chromium for the browser tests.
//
// Both are optional here: what needs one says so by itself, and fails under CI=true. So nothing in this file stops the setup.
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { findJava } from './find-java.mjs';
import { complaint, run, say } from './progress.mjs';

/**
 * @typedef {{ name: string, purpose: string, packages: string[], isPresent: () => boolean }} Need
 * @typedef {{ osRelease: string, isRoot: boolean, optedOut: boolean }} Environment
 */

/** @type {Need[]} */
const NEEDS = [
    {
        name: 'Java 17 or later',
        purpose: 'the Apex type and security gates',
        packages: ['openjdk-17-jdk-headless'],
        isPresent: () => findJava() !== undefined,
    },
    {
        name: 'Chromium',
        purpose: 'the browser tests',
        packages: ['chromium'],
        isPresent: () => findChromium() !== undefined,
    },
];

export async function ensureSystemPackages(environment = currentEnvironment(), needs = NEEDS) {
    const missing = needs.filter((need) => !need.isPresent());
    if (missing.length === 0) return;
    const reason = whyNotInstallable(environment) ?? (await install(missing));
    if (reason === undefined) return;
    for (const need of missing) say(explain(need, reason));
}

/**
 * One sentence: what is missing, what will not run, what to do.
 *
 * @param {Need} need
 * @param {string} reason
 */
export function explain(need, reason) {
    return (
        `${need.name} is missing and cannot be installed (${reason}), so ${need.purpose} will not run; ` +
        `install it by hand, on Debian with: apt-get install ${need.packages.join(' ')}.`
    );
}

/** @param {Environment} environment */
export function whyNotInstallable({ osRelease, isRoot, optedOut }) {
    if (optedOut) return 'SW_SETUP_SYSTEM=no';
    if (!/^ID(_LIKE)?=.*debian/m.test(osRelease)) return 'this is not Debian';
    if (!isRoot) return 'that needs root';
    return undefined;
}

/** @returns {Environment} */
function currentEnvironment() {
    return {
        osRelease: existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
        isRoot: process.getuid?.() === 0,
        optedOut: process.env.SW_SETUP_SYSTEM === 'no',
    };
}

/**
 * @param {Need[]} missing
 * @returns {Promise<string | undefined>} why it failed, or nothing
 */
async function install(missing) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const update = await run('refreshing the package lists of Debian', 'apt-get', ['update', '-q'], { env });
    if (update.code !== 0) return `apt-get update failed: ${complaint(update.output, 1)}`;
    const packages = missing.flatMap((need) => need.packages);
    const title = `installing ${missing.map((need) => need.name).join(' and ')} (about a minute)`;
    const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
    const { code, output } = await run(title, 'apt-get', args, { env });
    return code === 0 ? undefined : `apt-get install failed: ${complaint(output, 1)}`;
}
