import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The modules of components; their tests are type-checked by nobody, as jest's are. */
export const COMPONENT_SCRIPT = /^force-app\/main\/default\/lwc\/([^/]+)\/([^/]+)\.js$/;

/**
 * Writes a project in which `c/name` resolves to `lwc/name/name.js`: tsc's path patterns have one `*`, so each component needs a
 * line of its own.
 *
 * @returns the path of the project file
 */
export function writeComponentProject(root: string, files: readonly string[], base: string, folder: string): string {
    const modules = files
        .map((file) => COMPONENT_SCRIPT.exec(file))
        .filter((match) => match !== null && match[1] === match[2])
        .map((match) => [`c/${match?.[1] ?? ''}`, [join(root, match?.[0] ?? '')]]);
    const path = join(folder, 'tsconfig.lwc.generated.json');
    writeFileSync(
        path,
        JSON.stringify({ extends: base, compilerOptions: { paths: Object.fromEntries(modules) as object } }),
    );
    return path;
}
