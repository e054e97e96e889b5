import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { importsOf } from './architecture/imports.ts';
import { hashText } from './result-cache.ts';

const SCOPE = '@sw-studio/';

/**
 * Keys for results that depend on a module and on everything that it imports, such as those of type-aware rules: a key changes
 * when the module or anything it reaches changes.
 */
export class ImportGraph {
    readonly #root: string;
    readonly #modules = new Map<string, { hash: string; imports: string[] }>();
    readonly #exports = new Map<string, Record<string, string>>();

    constructor(root: string) {
        this.#root = root;
    }

    keyOf(file: string): string {
        const reached = new Set([file]);
        for (const module of reached) for (const imported of this.#module(module).imports) reached.add(imported);
        return hashText(file, ...[...reached].sort().map((module) => this.#module(module).hash));
    }

    #module(file: string): { hash: string; imports: string[] } {
        const known = this.#modules.get(file);
        if (known !== undefined) return known;
        const text = readFileSync(join(this.#root, file), 'utf8');
        const imports = importsOf(text)
            .map(({ specifier }) => this.#resolve(file, specifier))
            .filter((target) => target !== undefined && existsSync(join(this.#root, target)));
        const module = { hash: hashText(text), imports: imports.filter((target) => target !== undefined) };
        this.#modules.set(file, module);
        return module;
    }

    #resolve(file: string, specifier: string): string | undefined {
        if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
        if (!specifier.startsWith(SCOPE)) return undefined;
        const [name = '', ...subpath] = specifier.slice(SCOPE.length).split('/');
        const target = this.#exportsOf(name)[['.', ...subpath].join('/')];
        return target === undefined ? undefined : posix.join('packages', name, target);
    }

    #exportsOf(name: string): Record<string, string> {
        const known = this.#exports.get(name);
        if (known !== undefined) return known;
        const path = join(this.#root, 'packages', name, 'package.json');
        const manifest = existsSync(path)
            ? (JSON.parse(readFileSync(path, 'utf8')) as { exports?: Record<string, string> })
            : {};
        const exports = manifest.exports ?? {};
        this.#exports.set(name, exports);
        return exports;
    }
}
