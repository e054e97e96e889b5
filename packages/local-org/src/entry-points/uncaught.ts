import { ApexException, translateUncaught, UncatchableError } from '@sw-studio/apex/runtime';

/** What ended Apex code, as its caller is told; null: it was no Apex exception but a defect of the org. */
export function uncaughtException(thrown: unknown): ApexException | null {
    const error = translateUncaught(thrown);
    if (error instanceof UncatchableError) return error.exception;
    return error instanceof ApexException ? error : null;
}

/** `System.DmlException: Insert failed. ...` */
export function exceptionSentence(exception: ApexException): string {
    return `${exception.gettypename$()}: ${exception.getmessage$() ?? ''}`;
}
