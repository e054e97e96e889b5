// For the tests of gates: a fixture is a small project with one deliberate fault.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Fault, GateOutcome, RunGate } from './gate.ts';
import { folderFiles } from './repository-files.ts';
import { NO_CACHE } from './result-cache.ts';

/** Runs a gate over a fixture as if the fixture were the repository. */
export function runOnFixture(run: RunGate, folder: string): Promise<GateOutcome> {
    return run({ root: folder, files: folderFiles(folder), cache: NO_CACHE });
}

export interface ExpectedFault {
    file: string;
    line: number;
    rule: string;
    message: RegExp;
}

/** The gate must name the file, the line and the fault, and must find nothing else. */
export async function assertOnlyFault(run: RunGate, folder: string, expected: ExpectedFault): Promise<void> {
    const { faults } = await runOnFixture(run, folder);
    assertNamed(faults, expected);
    assert.equal(faults.length, 1, `faults besides the deliberate one: ${JSON.stringify(faults, null, 2)}`);
}

/** The same where one fault makes a tool say several things. */
export async function assertFault(run: RunGate, folder: string, expected: ExpectedFault): Promise<void> {
    const { faults } = await runOnFixture(run, folder);
    assertNamed(faults, expected);
}

export function assertNamed(faults: readonly Fault[], { file, line, rule, message }: ExpectedFault): void {
    const named = faults.some(
        (fault) => fault.file === file && fault.line === line && fault.rule === rule && message.test(fault.message),
    );
    assert.ok(named, `no fault ${rule} at ${file}:${line} ${String(message)} among ${JSON.stringify(faults, null, 2)}`);
}

export function fixturesOf(gateFolder: string): (rule: string) => string {
    return (rule) => join(gateFolder, 'fixtures', rule);
}

/** A change to a sound project that breaks one rule: a text replaced in a file, or a file that is not there yet. */
export interface Breakage {
    file: string;
    replace?: [from: string, to: string];
    content?: string;
}

/** Runs a gate over a copy of a sound project with the breakages made. */
export async function runOnBroken(run: RunGate, sound: string, breakages: readonly Breakage[]): Promise<GateOutcome> {
    const folder = mkdtempSync(join(tmpdir(), 'sw-fixture-'));
    try {
        cpSync(sound, folder, { recursive: true });
        for (const breakage of breakages) makeBreakage(join(folder, breakage.file), breakage);
        return await runOnFixture(run, folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function makeBreakage(path: string, { file, replace, content }: Breakage): void {
    mkdirSync(dirname(path), { recursive: true });
    if (content !== undefined) writeFileSync(path, content);
    if (replace === undefined) return;
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(replace[0]), `${file} has no "${replace[0]}" to replace`);
    writeFileSync(
        path,
        text.replace(replace[0], () => replace[1]),
    );
}
