import type { AnonymousResult, DebugLine } from '../../../entry-points/apex-anonymous.ts';

export interface LogMoment {
    /** Epoch milliseconds. */
    readonly now: number;
    /** `64.0` */
    readonly version: string;
}

/** A debug log as the platform writes it: levels, then a line for each event (Apex Developer Guide, "Debug Log"). */
export function anonymousLog(code: string, result: AnonymousResult, moment: LogMoment): string {
    const { exceptionMessage, exceptionStackTrace } = result;
    const source = code.split('\n').map((line) => `Execute Anonymous: ${line}`);
    const failure =
        exceptionMessage === null
            ? []
            : [
                  event(moment, `EXCEPTION_THROWN|[${result.line}]|${exceptionMessage}`),
                  event(moment, `FATAL_ERROR|${exceptionMessage}\n\n${exceptionStackTrace ?? ''}`),
              ];
    return [
        `${moment.version} APEX_CODE,DEBUG;APEX_PROFILING,INFO`,
        ...source,
        event(moment, 'EXECUTION_STARTED'),
        event(moment, 'CODE_UNIT_STARTED|[EXTERNAL]|execute_anonymous_apex'),
        ...result.log.map((line) => event(moment, userDebug(line))),
        ...failure,
        event(moment, 'CODE_UNIT_FINISHED|execute_anonymous_apex'),
        event(moment, 'EXECUTION_FINISHED'),
        '',
    ].join('\n');
}

function userDebug({ level, line, message }: DebugLine): string {
    return `USER_DEBUG|[${line}]|${level}|${message}`;
}

function event({ now }: LogMoment, text: string): string {
    return `${new Date(now).toISOString().slice(11, 22)} (1)|${text}`;
}
