// tsc over the TypeScript of the repository and, with checkJs, over the JavaScript of the Lightning web components.
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, GateContext, GateOutcome } from '../gate.ts';
import { COMPONENT_SCRIPT, writeComponentProject } from './component-project.ts';
import { runTsc } from './tsc.ts';

const TYPESCRIPT = /^(?:packages|scripts|bench)\/.*\.m?ts$/;
const TYPESCRIPT_PROJECT = 'tsconfig.json';
const COMPONENT_PROJECT = 'tsconfig.lwc.json';

export async function types({ root, files, cache }: GateContext): Promise<GateOutcome> {
    const scripts = files.filter((file) => TYPESCRIPT.test(file));
    const components = files.filter((file) => COMPONENT_SCRIPT.test(file));
    const faults: Fault[] = [];
    // tsc calls a project without files an error; a package without components is not one.
    if (scripts.length > 0) {
        faults.push(...(await checkProject(root, TYPESCRIPT_PROJECT, TYPESCRIPT_PROJECT, cache.folder)));
    }
    if (components.length > 0) faults.push(...(await checkComponents(root, components, cache.folder)));
    return { faults, examined: `${scripts.length + components.length} files` };
}

async function checkComponents(
    root: string,
    components: readonly string[],
    cache: string | undefined,
): Promise<Fault[]> {
    if (!existsSync(join(root, COMPONENT_PROJECT))) {
        const message = `${components.length} files of components have no ${COMPONENT_PROJECT} to check them`;
        return [{ file: COMPONENT_PROJECT, line: 0, rule: 'no-project', message }];
    }
    const folder = cache ?? mkdtempSync(join(tmpdir(), 'sw-types-'));
    mkdirSync(folder, { recursive: true });
    const project = writeComponentProject(root, components, join(root, COMPONENT_PROJECT), folder);
    return checkProject(root, project, COMPONENT_PROJECT, cache);
}

function checkProject(root: string, project: string, name: string, cache: string | undefined): Promise<Fault[]> {
    const kept = cache === undefined ? [] : ['--incremental', '--tsBuildInfoFile', join(cache, `${name}.tsbuildinfo`)];
    return runTsc(root, name, ['-p', project, ...kept]);
}
