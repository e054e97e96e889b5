import { posix } from 'node:path';
import type { Fault } from '../gate.ts';
import { importsOf } from './imports.ts';
import type { Import } from './imports.ts';
import { LAYERS, PACKAGES } from './rules.ts';

const SCOPE = '@sw-studio/';
/** What the package is built and measured with; it may import any package, and no package may import it. */
const TOOLING_FOLDERS = ['scripts/', 'bench/'];

export function checkImports(file: string, text: string): Fault[] {
    const owner = ownerOf(file);
    if (owner === undefined) return [];
    return importsOf(text).flatMap((imported) => {
        const target = imported.specifier.startsWith('.')
            ? relativeTarget(file, imported.specifier)
            : imported.specifier;
        const message = whyForbidden(owner, file, imported, target);
        if (message === undefined) return [];
        return [{ file, line: imported.line, rule: 'forbidden-import', message }];
    });
}

interface Owner {
    /** The workspace's folder name. */
    name: string;
    isTest: boolean;
}

function ownerOf(file: string): Owner | undefined {
    const [, name, part] = /^packages\/([^/]+)\/([^/]+)\//.exec(file) ?? [];
    return name === undefined ? undefined : { name, isTest: part === 'test' };
}

function relativeTarget(file: string, specifier: string): string {
    return posix.join(posix.dirname(file), specifier);
}

function whyForbidden(owner: Owner, file: string, { specifier }: Import, target: string): string | undefined {
    if (specifier.startsWith('.')) return whyForbiddenPath(owner, file, target);
    const imported = packageOf(specifier);
    if (imported === undefined || imported === owner.name) return undefined;
    const rule = PACKAGES[owner.name];
    if (rule === undefined) return `packages/${owner.name} has no row in the dependency rules`;
    const allowed = owner.isTest ? [...rule.imports, ...rule.testsImport] : rule.imports;
    if (allowed.includes(imported)) return undefined;
    const may = allowed.length === 0 ? 'none of our packages' : allowed.join(', ');
    return `packages/${owner.name} may not import packages/${imported}; it may import ${may}`;
}

function whyForbiddenPath(owner: Owner, file: string, target: string): string | undefined {
    const home = `packages/${owner.name}/`;
    if (!target.startsWith(home)) {
        const tooling = TOOLING_FOLDERS.find((folder) => target.startsWith(folder));
        if (tooling !== undefined) return `packages/${owner.name} may not import ${tooling.slice(0, -1)}`;
        const other = ownerOf(target)?.name;
        const allowed = other !== undefined && PACKAGES[owner.name]?.imports.includes(other) === true;
        return allowed
            ? `packages/${owner.name} reaches into packages/${other} by path; import it by its name ${SCOPE}${other}`
            : `packages/${owner.name} may not import ${target}`;
    }
    const layer = LAYERS.find(({ within }) => file.startsWith(`${within}/`));
    const crossed = layer?.never.find((folder) => target.startsWith(`${folder}/`));
    if (layer === undefined || crossed === undefined) return undefined;
    return `${layer.within} may not import ${crossed}: ${layer.reason}`;
}

function packageOf(specifier: string): string | undefined {
    return specifier.startsWith(SCOPE) ? specifier.slice(SCOPE.length).split('/')[0] : undefined;
}
