import { apply, type Mutation } from './mutation.ts';
import { MUTATIONS } from './mutations/index.ts';
import type { ParsedSource } from './parsed-source.ts';
import type { Project } from './project.ts';
import type { Random } from './random.ts';

export interface Mutant {
    readonly id: string;
    readonly project: Project;
    readonly source: ParsedSource;
    readonly mutation: Mutation;
    readonly text: string;
    /** What was replaced, and by what. */
    readonly change: string;
}

/** A class in this many tries has to offer a change that is not made yet; else the kind is used up. */
const TRIES = 60;

/** As many of each kind as of any other, as long as there are classes that offer them. */
export function makeMutants(projects: readonly Project[], count: number, random: Random): Mutant[] {
    const mutants: Mutant[] = [];
    const made = new Set<string>();
    const usedUp = new Set<Mutation>();
    while (mutants.length < count && usedUp.size < MUTATIONS.length) {
        for (const mutation of MUTATIONS) {
            if (usedUp.has(mutation) || mutants.length >= count) continue;
            const mutant = makeOne(projects, mutation, made, mutants.length, random);
            if (mutant === undefined) usedUp.add(mutation);
            else mutants.push(mutant);
        }
    }
    return mutants;
}

function makeOne(
    projects: readonly Project[],
    mutation: Mutation,
    made: Set<string>,
    number: number,
    random: Random,
): Mutant | undefined {
    for (let attempt = 0; attempt < TRIES; attempt++) {
        const project = random.pick(projects);
        const source = random.pick(project.sources);
        const edits = mutation.edits(source, random);
        if (edits.length === 0) continue;
        const edit = random.pick(edits);
        const text = apply(source.text, edit);
        const key = `${source.path}\n${text}`;
        if (text === source.text || made.has(key)) continue;
        made.add(key);
        const change = `${shorten(source.between(edit.start, edit.end))} -> ${shorten(edit.text)}`;
        return { id: `${number}`, project, source, mutation, text, change };
    }
    return undefined;
}

function shorten(text: string): string {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
