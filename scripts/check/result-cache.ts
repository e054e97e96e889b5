import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, ResultCache } from './gate.ts';

/** What every result depends on besides the checked files: the gates themselves, their settings and their tools' versions. */
const TOOLING =
    /^(?:package-lock\.json|\.prettierrc\.json|\.editorconfig|eslint\.config\.js|tsconfig.*\.json|knip\.json)$/;

/**
 * Faults of earlier runs, kept in `.cache/check/<gate>.json`. Only what a run asked for or stored is written back, so the file
 * does not grow with history. A cache that cannot be read is an empty cache.
 */
export class FileResultCache implements ResultCache {
    readonly folder: string;
    readonly #path: string;
    readonly #fingerprint: string;
    readonly #known: Record<string, Fault[]>;
    readonly #used: Record<string, Fault[]> = {};

    constructor(root: string, gate: string, fingerprint: string) {
        this.folder = join(root, '.cache/check');
        this.#path = join(this.folder, `${gate}.json`);
        this.#fingerprint = fingerprint;
        this.#known = readKnown(this.#path, fingerprint);
    }

    get(key: string): Fault[] | undefined {
        const faults = this.#known[key];
        if (faults !== undefined) this.#used[key] = faults;
        return faults;
    }

    set(key: string, faults: Fault[]): void {
        this.#used[key] = faults;
    }

    /** Written aside and renamed: a run that is killed leaves the old cache, not half of a new one. */
    save(): void {
        mkdirSync(this.folder, { recursive: true });
        const aside = `${this.#path}.${process.pid}`;
        writeFileSync(aside, JSON.stringify({ fingerprint: this.#fingerprint, results: this.#used }));
        renameSync(aside, this.#path);
    }
}

/** For fixtures and `--no-cache`: every run stands alone. */
export const NO_CACHE: ResultCache = { get: () => undefined, set: () => undefined, folder: undefined };

function readKnown(path: string, fingerprint: string): Record<string, Fault[]> {
    if (!existsSync(path)) return {};
    try {
        const stored = JSON.parse(readFileSync(path, 'utf8')) as {
            fingerprint: string;
            results: Record<string, Fault[]>;
        };
        return stored.fingerprint === fingerprint ? stored.results : {};
    } catch {
        return {};
    }
}

export function toolingFingerprint(root: string, files: readonly string[]): string {
    const own = files.filter((file) => file.startsWith('scripts/check/') || TOOLING.test(file));
    return hashFiles(root, ['package-lock.json', ...own]);
}

export function hashText(...parts: readonly string[]): string {
    const hash = createHash('sha1');
    for (const part of parts) hash.update(part).update('\0');
    return hash.digest('hex');
}

/** One hash over the names and contents of files. */
export function hashFiles(root: string, files: readonly string[]): string {
    const hash = createHash('sha1');
    for (const file of files) {
        hash.update(file).update('\0');
        const path = join(root, file);
        if (existsSync(path)) hash.update(readFileSync(path));
        hash.update('\0');
    }
    return hash.digest('hex');
}
