// PMD looks at each class alone, so its results are kept per class. The Graph Engine follows calls, so its results are kept per
// class and whatever a call from it can reach. It answers whether access is checked on the way to an operation that does not
// say itself as whom it runs; where every operation says so there is nothing to follow. That matters, because the paths through
// a program grow with the power of its branches: the engine gives up on those of a REST resource after minutes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, GateContext, GateOutcome } from '../gate.ts';
import { requireJava } from '../java.ts';
import { isContinuousIntegration } from '../report.ts';
import { hashFiles, hashText } from '../result-cache.ts';
import { statesAccessModes } from './access-modes.ts';
import { GAVE_UP, NOT_PARSED, runGraphEngine } from './graph-engine.ts';
import { runPmd } from './pmd.ts';
import { ReachableClasses } from './reachable-classes.ts';

const APEX = /\.(?:cls|trigger)$/;
const GRAPH_INPUT = /(?:\.(?:cls|trigger|page|component)|-meta\.xml)$/;
/**
 * The engine may follow one entry point for minutes. Here it gets a share of a developer's patience, and says which paths it did
 * not follow to the end; in CI it gets the time it needs.
 */
const LONGEST_PATH_MILLISECONDS = isContinuousIntegration() ? 60_000 : 20_000;
const TEST_FOLDER = /^force-app\/test\//;

export async function apexSecurity(context: GateContext): Promise<GateOutcome> {
    const apex = context.files.filter((file) => APEX.test(file) && file.startsWith('force-app/'));
    const examined = `${apex.length} classes and triggers`;
    if (apex.length === 0) return { faults: [], examined };
    const folder = mkdtempSync(join(tmpdir(), 'sw-apex-security-'));
    try {
        const ofClasses = await checkClasses(context, apex, folder);
        const ofPaths = await checkPaths(context, apex, folder);
        const gaps = ofPaths.filter(({ rule }) => rule === GAVE_UP);
        const faults = [...ofClasses, ...ofPaths.filter(({ rule }) => rule !== GAVE_UP)];
        return { faults, examined, notes: gaps.map(({ file, line, message }) => `${file}:${line} ${message}`) };
    } finally {
        rmSync(folder, { recursive: true });
    }
}

async function checkClasses({ root, cache }: GateContext, apex: readonly string[], folder: string): Promise<Fault[]> {
    const keys = new Map(apex.map((file) => [file, hashText('pmd', file, readFileSync(join(root, file), 'utf8'))]));
    const faults: Fault[] = [];
    const waiting: string[] = [];
    for (const [file, key] of keys) {
        const known = cache.get(key);
        if (known === undefined) waiting.push(file);
        else faults.push(...known);
    }
    if (waiting.length === 0) return faults;
    const found = await runPmd(requireJava('apex-security'), root, waiting, folder);
    for (const file of waiting)
        cache.set(
            keys.get(file) ?? file,
            found.filter((fault) => fault.file === file),
        );
    return [...faults, ...found];
}

async function checkPaths(
    { root, files, cache }: GateContext,
    apex: readonly string[],
    folder: string,
): Promise<Fault[]> {
    const main = apex.filter((file) => !TEST_FOLDER.test(file));
    const project = files.filter(
        (file) => GRAPH_INPUT.test(file) && file.startsWith('force-app/') && !TEST_FOLDER.test(file),
    );
    const declarations = hashFiles(
        root,
        project.filter((file) => !APEX.test(file)),
    );
    const sources = main.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
    const reachable = new ReachableClasses(sources);
    const silent = new Set(sources.filter(({ text }) => !statesAccessModes(text)).map(({ file }) => file));
    const followed = main.filter((file) => !silent.isDisjointFrom(reachable.reachedFrom(file)));
    const keys = new Map(
        followed.map((file) => [
            file,
            hashText('graph', String(LONGEST_PATH_MILLISECONDS), declarations, reachable.keyOf(file)),
        ]),
    );
    const known = followed.flatMap((file) => cache.get(keys.get(file) ?? '') ?? []);
    const targets = followed.filter((file) => cache.get(keys.get(file) ?? '') === undefined);
    if (targets.length === 0) return known;
    const found = await runGraphEngine({
        java: requireJava('apex-security'),
        root,
        targets,
        project,
        folder,
        longestPathMilliseconds: LONGEST_PATH_MILLISECONDS,
    });
    const isComplete = found.every(({ fault }) => fault.rule !== NOT_PARSED);
    for (const file of isComplete ? targets : []) {
        const faults = found.filter(({ from }) => from === file).map(({ fault }) => fault);
        cache.set(keys.get(file) ?? '', faults);
    }
    return [...known, ...found.map(({ fault }) => fault)];
}
