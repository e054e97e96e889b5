import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import ts from 'typescript';
import { type PackageManifest, publishedManifest } from './published-manifest.ts';

/**
 * Writes the package as it is published, to its folder `dist` where no other is named: each TypeScript file as JavaScript at the same place of
 * the tree, because some find data and workers beside themselves; everything else as it is.
 *
 * @param folder of the workspace
 */
export function transpilePackage(folder: string, target = join(folder, 'dist')): void {
    rmSync(target, { recursive: true, force: true });
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;
    for (const file of publishedFiles(folder)) {
        const source = join(folder, file);
        const written = join(target, file);
        mkdirSync(dirname(written), { recursive: true });
        if (extname(file) === '.ts') writeFileSync(written.replace(/\.ts$/, '.js'), transpile(source));
        else cpSync(source, written);
    }
    writeFileSync(join(target, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 4)}\n`);
}

/** The types are checked elsewhere; here they are only taken away. */
function transpile(file: string): string {
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
        fileName: file,
        compilerOptions: {
            target: ts.ScriptTarget.ES2023,
            module: ts.ModuleKind.ESNext,
            verbatimModuleSyntax: true,
            rewriteRelativeImportExtensions: true,
        },
    });
    return outputText.replaceAll(MODULE_PATH, (literal, quote: string, path: string) =>
        existsSync(join(dirname(file), `${path}.ts`)) ? `${quote}${path}.js${quote}` : literal,
    );
}

/** A text that may name a module beside this one, such as that of a worker, which no import shows. */
const MODULE_PATH = /(['"])((?:\.{1,2}\/)?[\w./-]+)\.ts\1/g;

/** What the published package holds: no tests, and nothing that a build or an installation left there. */
const LEFT_OUT = new Set(['dist', 'test', 'node_modules', 'package.json']);

function publishedFiles(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((path) => !LEFT_OUT.has(path.split('/')[0]!) && !path.includes('/node_modules/'));
}
