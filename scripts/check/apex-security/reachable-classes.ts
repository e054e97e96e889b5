import { classHeads, codeOf } from '../package-model/apex-text.ts';
import { hashText } from '../result-cache.ts';

export interface ApexFile {
    file: string;
    text: string;
}

const TYPE = /\b(?:class|interface|enum)\s+(\w+)/gi;

interface Node {
    hash: string;
    /** Files whose classes this one names, and files of classes that extend or implement one of its own. */
    leadsTo: Set<string>;
}

/**
 * Keys for results that follow calls: a key changes when the file changes, or any file that a call from it can reach. Calls are
 * found by name, and a call through an interface or a superclass can reach every class below it. Naming a class without calling
 * it only makes a key change more often than it must.
 */
export class ReachableClasses {
    readonly #nodes: ReadonlyMap<string, Node>;

    constructor(sources: readonly ApexFile[]) {
        const heads = new Map(sources.map(({ file, text }) => [file, classHeads(text)]));
        const fileOf = new Map<string, string>();
        for (const { file, text } of sources) {
            for (const [, name = ''] of codeOf(text).matchAll(TYPE)) fileOf.set(name.toLowerCase(), file);
        }
        const nodes = new Map(
            sources.map(({ file, text }) => [file, { hash: hashText(text), leadsTo: namedIn(text, fileOf) }]),
        );
        for (const [file, classes] of heads) {
            for (const { superclass = '', interfaces } of classes) {
                for (const name of [superclass.toLowerCase(), ...interfaces])
                    nodes.get(fileOf.get(name) ?? '')?.leadsTo.add(file);
            }
        }
        this.#nodes = nodes;
    }

    keyOf(file: string): string {
        return hashText(file, ...[...this.reachedFrom(file)].sort().map((at) => this.#nodes.get(at)?.hash ?? ''));
    }

    /** The file itself, and every file that a call from it can reach. */
    reachedFrom(file: string): ReadonlySet<string> {
        const reached = new Set([file]);
        for (const at of reached) for (const next of this.#nodes.get(at)?.leadsTo ?? []) reached.add(next);
        return reached;
    }
}

function namedIn(text: string, fileOf: ReadonlyMap<string, string>): Set<string> {
    const words =
        codeOf(text)
            .toLowerCase()
            .match(/[a-z_]\w*/g) ?? [];
    return new Set(words.map((word) => fileOf.get(word)).filter((file) => file !== undefined));
}
