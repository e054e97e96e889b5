import { join } from 'node:path';
import { type Diagnostic, ProjectCheck } from '@sw-studio/apex';
import type { Mutant } from './make-mutants.ts';
import { askApexLs } from './oracles/apex-ls.ts';
import { askSalesforce, type Job } from './oracles/salesforce-compiler.ts';
import type { ParsedSource } from './parsed-source.ts';
import type { Project } from './project.ts';

export interface Verdict {
    readonly mutant: Mutant;
    readonly ours: readonly string[];
    readonly theirs: readonly string[];
}

export interface Comparison {
    readonly verdicts: readonly Verdict[];
    /** Mutants that the other compiler has no verdict on: it failed, or does not accept the class they were made of. */
    readonly unjudged: readonly Mutant[];
    readonly agreement: number;
    /** What ours says of unchanged classes. */
    readonly falseErrors: readonly string[];
}

/** Sentences on a class: undefined where there is no verdict. */
type Sentences = readonly string[] | undefined;

export function agrees({ ours, theirs }: Verdict): boolean {
    return ours.length > 0 === theirs.length > 0;
}

export function compare(projects: readonly Project[], mutants: readonly Mutant[], cacheFolder: string): Comparison {
    const verdicts: Verdict[] = [];
    const unjudged: Mutant[] = [];
    const falseErrors: string[] = [];
    for (const project of projects) {
        const own = mutants.filter((mutant) => mutant.project === project);
        const check = checker(project);
        falseErrors.push(...project.sources.flatMap((source) => check(source, source.text).map(describe)));
        const judge = oracle(project, own, cacheFolder);
        for (const mutant of own) {
            const theirs = judge(mutant);
            if (theirs === undefined) unjudged.push(mutant);
            else
                verdicts.push({
                    mutant,
                    theirs,
                    ours: check(mutant.source, mutant.text).map(({ message }) => message),
                });
        }
    }
    const agreement = verdicts.filter(agrees).length / Math.max(verdicts.length, 1);
    return { verdicts, unjudged, agreement, falseErrors };
}

/** Asks our compiler about one class, alone or among the others of its project. */
function checker(project: Project): (source: ParsedSource, text: string) => readonly Diagnostic[] {
    const options = { namespace: '', schema: project.schema };
    const around = project.separate ? [] : project.sources.map(({ path, text }) => ({ file: path, text }));
    const check = new ProjectCheck(around, options);
    return ({ path }, text) => check.check([{ file: path, text }]);
}

function describe({ file, line, message }: Diagnostic): string {
    return `${file}:${line} ${message}`;
}

/** Asks both other compilers, each in one run, and answers from what they said. */
function oracle(project: Project, mutants: readonly Mutant[], cacheFolder: string): (mutant: Mutant) => Sentences {
    const salesforce = judgeBySalesforce(project, mutants, cacheFolder);
    const apexLs = judgeByApexLs(project, mutants, join(cacheFolder, 'apex-ls'));
    return (mutant) => (mutant.mutation.oracle === 'salesforce' ? salesforce(mutant) : apexLs(mutant));
}

function judgeBySalesforce(
    project: Project,
    mutants: readonly Mutant[],
    cacheFolder: string,
): (mutant: Mutant) => Sentences {
    const classes = project.separate ? [] : project.sources.map(({ name, text }) => [name, text] as const);
    const world = { classes: new Map(classes), objects: project.objects, labels: project.labels };
    const job = (id: string, { path, name }: ParsedSource, text: string): Job => ({
        id,
        checked: [{ path, text }],
        without: [name.toLowerCase()],
    });
    const asked = mutants.filter(({ mutation }) => mutation.oracle === 'salesforce');
    const originals = [...new Set(asked.map(({ source }) => source))];
    const answers = askSalesforce(
        [
            ...originals.map((source) => job(`of ${source.path}`, source, source.text)),
            ...asked.map(({ id, source, text }) => job(id, source, text)),
        ],
        world,
        cacheFolder,
    );
    return ({ id, source }) => (isClean(answers.get(`of ${source.path}`)) ? answers.get(id) : undefined);
}

function judgeByApexLs(project: Project, mutants: readonly Mutant[], folder: string): (mutant: Mutant) => Sentences {
    const asked = mutants.filter(({ mutation }) => mutation.oracle === 'apex-ls');
    if (asked.length === 0) return () => undefined;
    const classes = new Map(project.sources.map(({ name, text }) => [name, text]));
    const nameOf = ({ id, source }: Mutant): string => `${source.name.slice(0, 30)}M${id}`;
    for (const mutant of asked) {
        const own = new RegExp(String.raw`\b${mutant.source.name}\b`, 'g');
        classes.set(nameOf(mutant), mutant.text.replaceAll(own, nameOf(mutant)));
    }
    const found = askApexLs(classes, project.metadataFolder, folder);
    return (mutant) => (isClean(found.get(mutant.source.name) ?? []) ? (found.get(nameOf(mutant)) ?? []) : undefined);
}

function isClean(sentences: Sentences): boolean {
    return sentences?.length === 0;
}
