// Converts the source tree as a deployment does and holds what comes out against what went in. The converter leaves out what it
// does not understand without a word; this gate is that word.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, GateContext, GateOutcome } from '../gate.ts';
import { hashFiles } from '../result-cache.ts';
import { isInProject, readSfdxProject } from '../package-model/sfdx-project.ts';
import type { SfdxProject } from '../package-model/sfdx-project.ts';
import { convert, resolveComponents } from './convert.ts';
import type { NamedComponent } from './convert.ts';

export async function packaging({ root, files, cache }: GateContext): Promise<GateOutcome> {
    const project = readSfdxProject(root);
    const source = project === undefined ? [] : files.filter((file) => isInProject(project, file));
    const examined = `${source.length} files`;
    if (project === undefined || source.length === 0) return { faults: [], examined };
    const key = hashFiles(root, ['sfdx-project.json', '.forceignore', ...source]);
    const faults = cache.get(key) ?? (await check(root, project, source));
    cache.set(key, faults);
    return { faults, examined };
}

async function check(root: string, project: SfdxProject, source: readonly string[]): Promise<Fault[]> {
    const target = mkdtempSync(join(tmpdir(), 'sw-packaging-'));
    const folders = project.packageDirectories.filter((folder) => existsSync(join(root, folder)));
    try {
        const { components, isIgnored } = resolveComponents(root, folders);
        const deployed = await convert(root, folders, target);
        return [
            ...droppedFiles(source, components, isIgnored),
            ...duplicates(components),
            ...lostComponents(components, deployed),
        ];
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const file = source.find((path) => message.includes(path)) ?? folders[0] ?? '';
        return [{ file, line: 0, rule: 'not-convertible', message: message.replaceAll(`${root}/`, '') }];
    } finally {
        rmSync(target, { recursive: true });
    }
}

function droppedFiles(
    source: readonly string[],
    components: readonly NamedComponent[],
    isIgnored: (file: string) => boolean,
): Fault[] {
    const claimed = new Set(components.flatMap(({ files }) => files));
    return source
        .filter((file) => !claimed.has(file) && !isIgnored(file))
        .map((file) => ({
            file,
            line: 0,
            rule: 'dropped-file',
            message: 'No component claims this file, so it would not be deployed (is its -meta.xml missing?)',
        }));
}

function duplicates(components: readonly NamedComponent[]): Fault[] {
    return [...Map.groupBy(components, ({ name }) => name)].flatMap(([name, sharing]) =>
        sharing.slice(1).map(({ files }) => ({
            file: files[0] ?? '',
            line: 0,
            rule: 'duplicate-component',
            message: `${name} is also in ${sharing[0]?.files[0] ?? 'another file'}`,
        })),
    );
}

function lostComponents(components: readonly NamedComponent[], deployed: ReadonlySet<string>): Fault[] {
    return components
        .filter(({ name }) => !deployed.has(name))
        .map(({ name, files }) => ({
            file: files[0] ?? '',
            line: 0,
            rule: 'lost-component',
            message: `${name} is in the source and not in what is deployed`,
        }));
}
