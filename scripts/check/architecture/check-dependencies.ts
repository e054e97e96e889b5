import type { Fault } from '../gate.ts';
import { PACKAGES } from './rules.ts';

const SCOPE = '@sw-studio/';

interface Manifest {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
    peerDependencies?: Record<string, string>;
    optionalDependencies?: Record<string, string>;
}

/** Holds a workspace's package.json against the same table as its imports. */
export function checkDependencies(file: string, text: string): Fault[] {
    const owner = /^packages\/([^/]+)\/package\.json$/.exec(file)?.[1];
    if (owner === undefined) return [];
    const rule = PACKAGES[owner];
    if (rule === undefined) {
        return [
            { file, line: 1, rule: 'unknown-package', message: `packages/${owner} has no row in the dependency rules` },
        ];
    }
    const manifest = JSON.parse(text) as Manifest;
    const shipped = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
    return [
        ...forbidden(file, text, owner, Object.keys(shipped), rule.imports),
        ...forbidden(file, text, owner, Object.keys(manifest.devDependencies ?? {}), [
            ...rule.imports,
            ...rule.testsImport,
        ]),
    ];
}

function forbidden(
    file: string,
    text: string,
    owner: string,
    names: readonly string[],
    allowed: readonly string[],
): Fault[] {
    return names
        .filter((name) => name.startsWith(SCOPE) && !allowed.includes(name.slice(SCOPE.length)))
        .map((name) => ({
            file,
            line: lineOf(text, `"${name}"`),
            rule: 'forbidden-dependency',
            message: `packages/${owner} may not depend on packages/${name.slice(SCOPE.length)}`,
        }));
}

function lineOf(text: string, part: string): number {
    return text.slice(0, text.indexOf(part)).split('\n').length;
}
