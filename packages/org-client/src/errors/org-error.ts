import { ERROR_CODES, type ErrorCode } from '@sw-studio/contract';
import { ORG_ERRORS, type OrgErrorCode } from './catalog.ts';
import { redact } from './redact.ts';

interface OrgErrorParts {
    code: string;
    sentence: string;
    remedies: readonly string[];
    /** Status of the answer, where there was one. */
    status?: number;
    cause?: unknown;
}

/** A failure with its code, a sentence, what to do about it, and its cause. No part of it holds a secret. */
export class OrgError extends Error {
    override readonly name = 'OrgError';
    /** Of the catalog, or of the contract where the package refused. */
    readonly code: string;
    readonly remedies: readonly string[];
    readonly status: number | undefined;

    private constructor({ code, sentence, remedies, status, cause }: OrgErrorParts) {
        super(redact(sentence), cause === undefined ? undefined : { cause });
        this.code = code;
        this.remedies = remedies.map(redact);
        this.status = status;
    }

    /** @param values what the sentence and the remedies name in braces */
    static of(
        code: OrgErrorCode,
        values: Readonly<Record<string, string | number>>,
        { cause, status }: { cause?: unknown; status?: number } = {},
    ): OrgError {
        const fill = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => `${values[name]}`);
        const { sentence, remedies } = ORG_ERRORS[code];
        return new OrgError({
            code,
            sentence: fill(sentence),
            remedies: remedies.map(fill),
            cause,
            ...(status !== undefined && { status }),
        });
    }

    /** A refusal by the package: its own sentence, and the remedy that the contract has for the code. */
    static refusedByPackage(code: ErrorCode, sentence: string, status: number): OrgError {
        return new OrgError({ code, sentence, remedies: [ERROR_CODES[code].remedy], status });
    }
}

/** The sentences of what caused an error, outermost first, without secrets. */
export function causesOf(error: unknown): string[] {
    const sentences: string[] = [];
    let cause = error instanceof Error ? error.cause : undefined;
    while (cause instanceof Error && sentences.length < 5) {
        const inner = cause instanceof AggregateError ? cause.errors.map(String).join('; ') : '';
        sentences.push(redact([cause.message, inner].filter((text) => text !== '').join(': ') || cause.name));
        cause = cause.cause;
    }
    return sentences;
}
