import type { ApexException } from '@sw-studio/apex/runtime';

/** What the `error` of a component holds as its `body`. */
export type AuraErrorBody = ExceptionBody | SaveErrorBody;

interface ExceptionBody {
    readonly message: string;
    readonly exceptionType?: string;
    readonly isUserDefinedException?: boolean;
    readonly stackTrace?: string;
}

/** Of a DML statement whose exception nobody caught. */
interface SaveErrorBody {
    readonly fieldErrors: Readonly<Record<string, readonly SaveError[]>>;
    readonly pageErrors: readonly SaveError[];
    readonly index: null;
    readonly duplicateResults: readonly never[];
}

interface SaveError {
    readonly statusCode: string;
    readonly message: string;
}

export const auraSentences = {
    noMethod: (className: string, method: string) =>
        `Unable to find Apex action method referenced as '${className}.${method}'.`,
    noClassAccess: (className: string) => `You do not have access to the Apex class named '${className}'.`,
    notCacheable: () => 'Apex methods that are to be cached must be marked as @AuraEnabled(cacheable=true)',
    invalidParameter: (name: string, type: string) =>
        `Value provided is invalid for action parameter '${name}' of type '${type}'`,
} as const;

export function auraErrorBody(exception: ApexException): AuraErrorBody {
    if (exception.gettypename$() === 'System.DmlException') return saveErrorBody(exception);
    const forClient = (exception as { messageForClient?: string | null }).messageForClient;
    return {
        message: forClient ?? exception.getmessage$() ?? '',
        exceptionType: exception.gettypename$(),
        isUserDefinedException: !exception.gettypename$().startsWith('System.'),
        stackTrace: exception.getstacktracestring$(),
    };
}

function saveErrorBody({ failures }: ApexException): SaveErrorBody {
    const fieldErrors: Record<string, SaveError[]> = {};
    const pageErrors: SaveError[] = [];
    for (const { statusCode, message, fields } of failures) {
        if (fields.length === 0) pageErrors.push({ statusCode, message });
        for (const field of fields) (fieldErrors[field] ??= []).push({ statusCode, message });
    }
    return { fieldErrors, pageErrors, index: null, duplicateResults: [] };
}
