import { newApexException, type ApexException } from '@sw-studio/apex/runtime';

interface Sentence {
    readonly type: string;
    readonly text: string;
}

/**
 * What the platform says when it refuses asynchronous work. `%s` are filled in order. The ledger in docs/local-org.md
 * says which of them are confirmed by documentation or observation; the others are the nearest that is known.
 */
const SENTENCES = {
    futureFromFuture: {
        type: 'System.AsyncException',
        text: 'Future method cannot be called from a future or batch method: %s',
    },
    executeBatchNotAllowed: {
        type: 'System.AsyncException',
        text: 'Database.executeBatch cannot be called from a batch start, batch execute, or future method.',
    },
    scheduleBatchNotAllowed: {
        type: 'System.AsyncException',
        text: 'Database.scheduleBatch cannot be called from a batch start, batch execute, or future method',
    },
    scheduleNotAllowed: {
        type: 'System.AsyncException',
        text: 'System.scheduleBatch cannot be called from a batch start, batch execute, or future method',
    },
    flexQueueFull: {
        type: 'System.AsyncException',
        text:
            "You've exceeded the limit of 100 jobs in the flex queue for org %s. Wait for some of your batch jobs to finish before " +
            'adding more. To monitor and reorder jobs, use the Apex Flex Queue page in Setup.',
    },
    stackDepth: { type: 'System.AsyncException', text: 'Maximum stack depth has been reached.' },
    delayOutOfRange: {
        type: 'System.AsyncException',
        text: 'The delay must be a number of minutes between 0 and 10: %s',
    },
    duplicateSignature: {
        type: 'System.DuplicateMessageException',
        text: 'Attempt to enqueue job with duplicate queueable signature',
    },
    finalizerNotAllowed: {
        type: 'System.AsyncException',
        text: 'System.attachFinalizer(Finalizer) is not allowed in this context',
    },
    secondFinalizer: {
        type: 'System.AsyncException',
        text: 'More than one Finalizer cannot be attached to same Async Apex Job',
    },
    finalizerRetries: {
        type: 'System.AsyncException',
        text: 'A queueable job that failed can be enqueued again by its finalizer at most 5 consecutive times.',
    },
    asyncInfoNotAllowed: {
        type: 'System.AsyncException',
        text: 'System.AsyncInfo is not allowed in this context',
    },
    notAnInterface: { type: 'System.AsyncException', text: 'The class %s does not implement %s' },
    jobNameTaken: {
        type: 'System.AsyncException',
        text: 'The Apex job named "%s" is already scheduled for execution.',
    },
    tooManySchedules: {
        type: 'System.AsyncException',
        text: 'You have exceeded the maximum number (%s) of Apex scheduled jobs.',
    },
    cronSyntax: { type: 'System.StringException', text: '%s' },
    neverFires: {
        type: 'System.AsyncException',
        text: 'Based on configured schedule, the given trigger %s will never fire.',
    },
    minutesFromNow: { type: 'System.AsyncException', text: 'The minutesFromNow value must be greater than 0: %s' },
    scopeSize: { type: 'System.AsyncException', text: 'The batch size must be greater than 0: %s' },
    abortOnlyBatch: { type: 'System.StringException', text: 'Only batch jobs are supported.' },
    abortUnknown: { type: 'System.StringException', text: 'Job does not exist or is already aborted.' },
    noSuchSchedule: { type: 'System.StringException', text: 'Job does not exist: %s' },
    dailyAllocation: { type: 'System.AsyncException', text: 'AsyncApexExecutions Limit exceeded.' },
    batchReturnedNothing: {
        type: 'System.UnexpectedException',
        text: 'start did not return a QueryLocator or an Iterable',
    },
    moreThanOneExecute: {
        type: 'System.UnexpectedException',
        text:
            'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your ' +
            'start method matches the batch size, resulting in one executeBatch invocation.',
    },
    tooManyTestBatches: {
        type: 'System.AsyncException',
        text: 'No more than 5 batch jobs can be started from within a test method.',
    },
    parallelTest: {
        type: 'System.AsyncException',
        text: '%s is not allowed in a test that is marked @IsTest(IsParallel=true)',
    },
    startedTwice: { type: 'System.FinalException', text: 'Testing already started' },
    notStarted: { type: 'System.FinalException', text: 'Testing not started' },
} as const satisfies Record<string, Sentence>;

export type SentenceName = keyof typeof SENTENCES;

export function jobException(name: SentenceName, ...values: readonly (string | number)[]): ApexException {
    const { type, text } = SENTENCES[name];
    let index = 0;
    return newApexException(
        type,
        text.replaceAll('%s', () => String(values[index++] ?? '')),
    );
}

/** Uncatchable: sentences of `System.LimitException` with the count that was reached. */
export const LIMIT_SENTENCES = {
    QueueableJobs: 'Too many queueable jobs added to the queue: ',
    FutureCalls: 'Too many future calls: ',
} as const;
