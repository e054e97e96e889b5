// The Apex plugin of prettier words a syntax error without its place. Its parser knows the place, so it is asked once more.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface SyntaxFault {
    line: number;
    message: string;
}

interface ParseError {
    message: string;
    error?: { error?: { loc?: { line?: number } } };
}

/** Salesforce's sentences with their lines; empty where this platform has no native parser. */
export function apexSyntaxErrors(text: string, isAnonymous: boolean): SyntaxFault[] {
    const platform = `${process.platform}-${process.arch}`;
    const name = `apex-ast-serializer-${platform}${process.platform === 'win32' ? '.exe' : ''}`;
    const parser = fileURLToPath(import.meta.resolve(`@prettier-apex/apex-ast-serializer-${platform}/${name}`));
    const { stdout } = spawnSync(parser, isAnonymous ? ['-a'] : [], {
        input: text,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
    });
    if (stdout === null || stdout === '') return [];
    const output = JSON.parse(stdout) as Record<string, { parseErrors?: ParseError[] }>;
    const errors = Object.values(output).flatMap(({ parseErrors = [] }) => parseErrors);
    return errors.map(({ message, error }) => ({ line: error?.error?.loc?.line ?? 0, message }));
}
