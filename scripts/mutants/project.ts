import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CompilerSchema } from '@sw-studio/apex';
import type { SObjectTypeInfo } from '@sw-studio/apex/runtime';
import { LocalOrg, OrgCompilerSchema, readProject } from '@sw-studio/local-org';
import { ParsedSource } from './parsed-source.ts';

/** Clean classes that belong together, and what they refer to. */
export interface Project {
    readonly name: string;
    readonly sources: readonly ParsedSource[];
    readonly schema: CompilerSchema;
    readonly objects: readonly SObjectTypeInfo[];
    readonly labels: readonly string[];
    /** Where the objects are that apex-ls has to know; null where the standard ones do. */
    readonly metadataFolder: string | null;
    /** Whether each class stands for itself: then two of them may have the same inner names and helpers. */
    readonly separate: boolean;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** The classes that mutants are made of: small ones written for it, the behaviour cases, and the package. */
export function projects(): Project[] {
    return [
        { name: 'seeds', ...orgOf(null), sources: classesIn('scripts/mutants/seeds/*.cls'), separate: false },
        {
            name: 'behaviour cases',
            ...orgOf('packages/apex/test/corpus'),
            sources: classesIn('packages/apex/test/corpus/**/*.cls'),
            separate: true,
        },
        {
            name: 'package',
            ...orgOf('force-app/main/default'),
            sources: classesIn('force-app/main/default/classes/**/*.cls'),
            separate: false,
        },
    ].filter(({ sources }) => sources.length > 0);
}

/** An org with the objects of a folder. Source files carry no prefix, and no compiler is asked about namespaces. */
function orgOf(folder: string | null): Omit<Project, 'name' | 'sources' | 'separate'> {
    const metadataFolder = folder === null ? null : join(ROOT, folder);
    const source = metadataFolder === null ? null : readProject(metadataFolder, { namespace: '' });
    const org = LocalOrg.create(source === null ? [] : [source], {});
    return {
        schema: new OrgCompilerSchema(org.schema),
        objects: org.schema.objects(),
        labels: source?.labels.map(({ name }) => name) ?? [],
        metadataFolder,
    };
}

function classesIn(pattern: string): ParsedSource[] {
    return globSync(pattern, { cwd: ROOT })
        .toSorted()
        .map((file) => new ParsedSource(basename(file), readFileSync(join(ROOT, file), 'utf8')));
}
