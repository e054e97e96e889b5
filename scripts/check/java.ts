import { spawn } from 'node:child_process';
import { findJava } from '../setup/find-java.mjs';
import { GateUnavailable } from './gate.ts';

export interface JavaResult {
    code: number;
    stdout: string;
    stderr: string;
}

/** The java command, or one sentence about what is not checked without it. */
export function requireJava(gate: string, find: () => string | undefined = findJava): string {
    const java = find();
    if (java !== undefined) return java;
    throw new GateUnavailable(
        `The gate ${gate} needs Java 17 or later; install it (on Debian: apt-get install openjdk-17-jdk-headless).`,
    );
}

/** Resolves with whatever the program answers: for these tools a non-zero code is how they say that they found something. */
export function runJava(java: string, args: readonly string[]): Promise<JavaResult> {
    return new Promise((settle, fail) => {
        const child = spawn(java, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        let stdout = '';
        let stderr = '';
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        child.on('error', fail);
        child.on('close', (code) => settle({ code: code ?? 1, stdout, stderr }));
    });
}
