import { readFileSync } from 'node:fs';
import type { OrgConnection } from '@sw-studio/org-client';
import { CliError } from '../failure/cli-error.ts';
import { Messages } from '../messages.ts';

const messages = Messages.load('org.exec');

/** What executing anonymous Apex came to, as the Tooling API answers it. */
export interface ExecResult {
    compiled: boolean;
    success: boolean;
    /** Of the problem; -1 where there is none. */
    line: number;
    column: number;
    compileProblem: string | null;
    exceptionMessage: string | null;
    exceptionStackTrace: string | null;
}

/** @throws OrgError */
export async function executeAnonymous(connection: OrgConnection, source: string): Promise<ExecResult> {
    const path = `/services/data/v${connection.apiVersion}/tooling/executeAnonymous`;
    const request = { method: 'GET', path, parameters: { anonymousBody: source } } as const;
    return (await connection.request({ ...request, call: 'anonymous Apex' })) as ExecResult;
}

const STANDARD_INPUT = 0;

/** @param file `-` for standard input @throws CliError USAGE */
export function readSource(file: string): string {
    try {
        return readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8');
    } catch (cause) {
        throw new CliError('USAGE', messages.get('error.file', file), { cause });
    }
}
