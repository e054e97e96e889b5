// Installs node_modules from the lock file when, and only when, it is not what the lock file says.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError, complaint, run } from './progress.mjs';

const STAMP = 'node_modules/.sw-setup';

/** @param {string} root */
export async function ensureNpmPackages(root) {
    const wanted = fingerprint(root);
    if (readStamp(root) === wanted) return;
    if (!isInstalled(root)) await install(root);
    writeFileSync(join(root, STAMP), `${wanted}\n`);
}

/**
 * Changes with the lock file and with the platform, whose binaries node_modules holds.
 *
 * @param {string} root
 */
export function fingerprint(root) {
    return createHash('sha256')
        .update(readFileSync(join(root, 'package-lock.json')))
        .update(`${process.platform} ${process.arch}`)
        .digest('hex');
}

/** @param {string} root */
function readStamp(root) {
    const path = join(root, STAMP);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/**
 * Compares the lock file with npm's own record of what it installed, so that a node_modules which `npm install` has just
 * brought up to date is stamped and not wiped by `npm ci`.
 *
 * @param {string} root
 */
export function isInstalled(root) {
    const recordPath = join(root, 'node_modules/.package-lock.json');
    if (!existsSync(recordPath)) return false;
    const locked = packagesOf(join(root, 'package-lock.json'));
    const installed = packagesOf(recordPath);
    for (const [path, entry] of Object.entries(locked)) {
        if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) continue;
        const present = installed[path];
        if (present === undefined) {
            if (entry.optional === true || entry.peer === true) continue;
            return false;
        }
        if (present.version !== entry.version || present.integrity !== entry.integrity) return false;
    }
    return Object.keys(installed).every((path) => locked[path] !== undefined);
}

/**
 * @param {string} lockPath
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, peer?: boolean }>}
 */
function packagesOf(lockPath) {
    return JSON.parse(readFileSync(lockPath, 'utf8')).packages ?? {};
}

/** @param {string} root */
async function install(root) {
    // Install scripts stay off: none of the dependencies needs one (the pinned Node is a package of its own), and a newer npm
    // refuses them anyway.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code, output } = await run('installing npm packages (about a minute)', 'npm', args, {
        cwd: root,
        env: { ...process.env, PATH: pathWithoutPinnedNode(root) },
        shell: process.platform === 'win32',
    });
    if (code === 0) return;
    throw new SetupError(
        `npm packages could not be installed; check that the npm registry can be reached (npm ping), then run the same ` +
            `command again. npm said:\n${complaint(output)}`,
    );
}

/**
 * `npm ci` removes node_modules, and with it the Node binary that npm itself would otherwise be running on.
 *
 * @param {string} root
 */
export function pathWithoutPinnedNode(root, path = process.env.PATH ?? '') {
    const own = join(root, 'node_modules');
    return path
        .split(delimiter)
        .filter((folder) => !folder.startsWith(own))
        .join(delimiter);
}
