import {
    RegexSyntaxError,
    RegexTooComplicatedError,
    RegexUnsupportedError,
} from '../../packages/apex/src/runtime/values/regex/regex-error.ts';
import { ApexException } from '../../packages/apex/src/runtime/exceptions.ts';
import type { Random } from './random.ts';

/** One question that Java and this runtime are both asked. */
export interface AgreementCase {
    /** `family.operation` and its operands, as Agreement.java reads them. */
    readonly question: readonly string[];
    /** This runtime's answer, in the words of Agreement.java. */
    answer(): string;
}

export interface Family {
    readonly name: string;
    /** Part of all cases that are this family's. */
    readonly share: number;
    newCase(random: Random): AgreementCase;
}

/** This runtime says by name that it does not do this. */
export const REFUSED = '!refused';

/** The answer, or what was thrown: Java's errors and Apex's have different names, that there is one must agree. */
export function answerOrError(agreementCase: AgreementCase): string {
    try {
        return agreementCase.answer();
    } catch (error) {
        if (error instanceof RegexSyntaxError) return `!syntax ${error.message}`;
        if (error instanceof RegexUnsupportedError) return REFUSED;
        if (error instanceof RegexTooComplicatedError) return '!tooComplicated';
        if (error instanceof ApexException) return `!${error.gettypename$()}`;
        throw error;
    }
}

/** Errors are alike whatever they are called, but for the messages about malformed patterns. */
export function agree(ours: string, java: string): boolean {
    if (ours.startsWith('!syntax') || java.startsWith('!syntax')) return ours === java;
    return ours === java || (ours.startsWith('!') && java.startsWith('!'));
}

/** As Agreement.java's `list`. */
export function listText(items: readonly (string | null)[]): string {
    return `[${items.map((item) => `${item === null ? '<null>' : `${item.length}:${item}`};`).join('')}]`;
}
