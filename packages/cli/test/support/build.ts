import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../../..');

/**
 * Builds packages as they are published, each into a folder of its name below the given one.
 *
 * @throws Error with what the build said
 */
export function buildInto(folder: string, packages: readonly string[]): void {
    const program = join(ROOT, 'scripts/build/run.ts');
    const { status, stderr } = spawnSync(process.execPath, [program, ...packages, '--into', folder], {
        cwd: ROOT,
        encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The build ended with ${String(status)}. ${stderr}`);
}
