import { apexFrames, drive, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexRuntime } from '../apex/apex-runtime.ts';
import { exceptionSentence, uncaughtException } from './uncaught.ts';

export interface DebugLine {
    readonly level: string;
    readonly message: string;
    /** Of the statement that printed it, in its own file; 0: none of Apex. */
    readonly line: number;
}

/** As `executeAnonymous` of the Tooling and the SOAP API answers; -1 and null where there is nothing to say. */
export interface AnonymousResult {
    readonly compiled: boolean;
    readonly success: boolean;
    readonly line: number;
    readonly column: number;
    readonly compileProblem: string | null;
    readonly exceptionMessage: string | null;
    readonly exceptionStackTrace: string | null;
    readonly log: readonly DebugLine[];
}

const NOTHING = { line: -1, column: -1, compileProblem: null, exceptionMessage: null, exceptionStackTrace: null };

/** Anonymous Apex: compiled against what is deployed, run as one transaction of the given user, whose sharing always counts. */
export class ApexAnonymous {
    private readonly runtime: ApexRuntime;

    constructor(runtime: ApexRuntime) {
        this.runtime = runtime;
    }

    execute(text: string, userId?: string): AnonymousResult {
        return drive(this.executing(text, userId));
    }

    *executing(text: string, userId?: string): Generator<Waiting, AnonymousResult, void> {
        const { program, interleaved } = this.runtime;
        const { errors, body } = program.anonymousBlock(text, interleaved ? 'generator' : 'plain');
        const [problem] = errors;
        if (problem !== undefined || body === null) {
            const { line = 1, column = 1, message = 'Unexpected end of input' } = problem ?? {};
            return { ...NOTHING, compiled: false, success: false, line, column, compileProblem: message, log: [] };
        }
        const log: DebugLine[] = [];
        const start = {
            request: { quiddity: 'ANONYMOUS' },
            ...(userId !== undefined && { userId }),
            debug: (level: string, message: string) => void log.push({ level, message, line: printingLine() }),
        };
        try {
            yield* this.runtime.request(start, function* ({ transaction }) {
                transaction.sharing = true;
                if (interleaved) yield* body() as Generator<Waiting, void, void>;
                else body();
            });
        } catch (thrown) {
            return { ...failureOf(thrown), log };
        }
        return { ...NOTHING, compiled: true, success: true, log };
    }
}

function printingLine(): number {
    return apexFrames(new Error('where').stack)[0]?.line ?? 0;
}

/** @throws what is no Apex exception: a defect of the org */
function failureOf(thrown: unknown): Omit<AnonymousResult, 'log'> {
    const exception = uncaughtException(thrown);
    if (exception === null) throw thrown;
    return {
        ...NOTHING,
        compiled: true,
        success: false,
        line: exception.getlinenumber$() || -1,
        column: 1,
        exceptionMessage: exceptionSentence(exception),
        exceptionStackTrace: exception.getstacktracestring$(),
    };
}
