// One gate in a process of its own: gates are CPU-bound, and a tool that crashes or leaks takes nothing else with it.
import { performance } from 'node:perf_hooks';
import { GateUnavailable } from './gate.ts';
import type { Finding } from './gate.ts';
import { GATES } from './gates.ts';
import { repositoryFiles } from './repository-files.ts';
import { FileResultCache, NO_CACHE, toolingFingerprint } from './result-cache.ts';

export interface GateReport {
    gate: string;
    status: 'passed' | 'failed' | 'unavailable';
    findings: Finding[];
    examined: string;
    notes: string[];
    milliseconds: number;
}

/** Never rejects: a gate that breaks is a gate that failed, with the break as its finding. */
export async function runGate(root: string, name: string, useCache: boolean): Promise<GateReport> {
    const started = performance.now();
    const done = (report: Omit<GateReport, 'gate' | 'milliseconds'>): GateReport => ({
        gate: name,
        milliseconds: Math.round(performance.now() - started),
        ...report,
    });
    try {
        const gate = GATES.find((candidate) => candidate.name === name);
        if (gate === undefined) throw new Error(`There is no gate "${name}".`);
        const files = repositoryFiles(root);
        const cache = useCache ? new FileResultCache(root, name, toolingFingerprint(root, files)) : NO_CACHE;
        const run = await gate.load();
        const { faults, examined, notes = [] } = await run({ root, files, cache });
        if (cache instanceof FileResultCache) cache.save();
        const findings = faults.map((fault) => ({ gate: name, ...fault }));
        return done({ status: findings.length === 0 ? 'passed' : 'failed', findings, examined, notes });
    } catch (error) {
        if (error instanceof GateUnavailable) {
            return done({ status: 'unavailable', findings: [], examined: '', notes: [error.message] });
        }
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const finding: Finding = { gate: name, file: '', line: 0, rule: 'gate-broke', message };
        return done({ status: 'failed', findings: [finding], examined: '', notes: [] });
    }
}

if (process.send !== undefined) {
    const [root = process.cwd(), name = '', cached = ''] = process.argv.slice(2);
    process.send(await runGate(root, name, cached === 'cached'));
    process.disconnect();
}
