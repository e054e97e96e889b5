import { stripVTControlCharacters } from 'node:util';
import { causesOf, OrgError, redact } from '@sw-studio/org-client';
import { Messages } from '../messages.ts';
import { CliError } from './cli-error.ts';
import { EXIT_CODES, exitOf } from './exit-codes.ts';

/** What a command answers instead of a result, in the form that sf's own commands have with `--json`. */
export interface Failure {
    /** The exit code. */
    status: number;
    /** Code of the error, such as NOT_LOGGED_IN. */
    name: string;
    message: string;
    /** What to do about it, to be tried in this order. */
    actions: string[];
    /** Sentences of the causes, outermost first. */
    causes: string[];
    exitCode: number;
    commandName: string;
    warnings: string[];
    data?: unknown;
}

const messages = Messages.load('failure');

/** Turns whatever was thrown into a failure. The only place that knows of foreign errors. */
export function failureOf(thrown: unknown, commandName: string): Failure {
    const { code, sentence, remedies, data } = describe(thrown);
    const exitCode = EXIT_CODES[exitOf(code)].code;
    return {
        status: exitCode,
        name: code,
        message: redact(sentence),
        actions: remedies.map(redact),
        causes: causesOf(thrown),
        exitCode,
        commandName,
        warnings: [],
        ...(data !== undefined && { data }),
    };
}

interface Described {
    code: string;
    sentence: string;
    remedies: readonly string[];
    data?: unknown;
}

function describe(thrown: unknown): Described {
    if (thrown instanceof OrgError || thrown instanceof CliError) {
        const { code, message, remedies } = thrown;
        return { code, sentence: message, remedies, ...(thrown instanceof CliError && { data: thrown.data }) };
    }
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    if (isServerError(error)) {
        return { code: error.code, sentence: error.message, remedies: error.remedy === null ? [] : [error.remedy] };
    }
    if (isUsage(error)) {
        return { code: 'USAGE', sentence: usageSentence(error.message), remedies: messages.list('usage.actions') };
    }
    return {
        code: 'INTERNAL',
        sentence: messages.get('internal', error.message),
        remedies: messages.list('internal.actions'),
    };
}

/** The local org is loaded only where it runs, so its errors are known by their form. */
function isServerError(error: Error): error is Error & { code: string; remedy: string | null } {
    return error.name === 'ServerError' && 'code' in error && 'remedy' in error;
}

/** oclif's own text without its headline, its colours and the hint that the remedy gives. */
function usageSentence(text: string): string {
    return stripVTControlCharacters(text)
        .replace(/^The following errors? occurred:/, '')
        .replace(/See more help with --help$/, '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ');
}

/** oclif marks what the user gave wrongly with this exit code, whichever copy of it threw. */
function isUsage(error: Error & { oclif?: { exit?: number }; parse?: unknown }): boolean {
    return error.parse !== undefined || error.oclif?.exit === EXIT_CODES.USAGE.code;
}

/** oclif ends a command that has said all by throwing this. */
export function isExit(thrown: unknown): thrown is Error & { oclif: { exit: number } } {
    return thrown instanceof Error && (thrown as NodeJS.ErrnoException).code === 'EEXIT';
}
