import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { GateReport } from './gate-process.ts';

export interface RunOptions {
    root: string;
    gates: readonly string[];
    useCache: boolean;
    onReport?: (report: GateReport) => void;
}

/** Runs gates in as many processes as there are cores, and answers in the order of `gates`. */
export async function runGates({ root, gates, useCache, onReport }: RunOptions): Promise<GateReport[]> {
    const reports = new Map<string, GateReport>();
    const waiting = [...gates];
    async function work(): Promise<void> {
        for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
            const report = await inOwnProcess(root, gate, useCache);
            reports.set(gate, report);
            onReport?.(report);
        }
    }
    const workers = Math.min(availableParallelism(), gates.length);
    await Promise.all(Array.from({ length: workers }, work));
    return gates.map((gate) => reports.get(gate)).filter((report) => report !== undefined);
}

function inOwnProcess(root: string, gate: string, useCache: boolean): Promise<GateReport> {
    const program = fileURLToPath(new URL('gate-process.ts', import.meta.url));
    return new Promise((settle) => {
        const child = fork(program, [root, gate, useCache ? 'cached' : 'uncached'], {
            stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        });
        let report: GateReport | undefined;
        let complaint = '';
        child.stderr?.on('data', (chunk) => (complaint = `${complaint}${chunk}`.slice(-4000)));
        child.on('message', (message) => (report = message as GateReport));
        child.on('close', (code) => settle(report ?? diedWithoutReport(gate, code, complaint)));
    });
}

function diedWithoutReport(gate: string, code: number | null, complaint: string): GateReport {
    const message = `The gate ended with code ${code ?? 'none'} and no report. ${complaint}`;
    const findings = [{ gate, file: '', line: 0, rule: 'gate-broke', message }];
    return { gate, status: 'failed', findings, examined: '', notes: [], milliseconds: 0 };
}
