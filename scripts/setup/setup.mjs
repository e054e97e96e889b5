// Called by `pretest` and `prestart`: makes a fresh clone able to run everything else.
//
// It is the one program here that has to run before anything is installed, so it uses no package and
// no syntax newer than Node 18. It prints nothing when there is nothing to do.
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureNpmPackages } from './npm-packages.mjs';
import { ensurePinnedNode } from './pinned-node.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { SetupError, say } from './progress.mjs';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export async function setup(root = repository) {
    await ensureNpmPackages(root);
    await ensurePinnedNode(root);
    await ensureSystemPackages();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    try {
        await setup();
    } catch (error) {
        if (!(error instanceof SetupError)) throw error;
        say(error.message);
        process.exitCode = 1;
    }
}
