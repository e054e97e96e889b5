export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';
export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';
export type QueryOperation = 'query' | 'queryAll';
export type Delimiter = 'COMMA' | 'SEMICOLON' | 'TAB' | 'PIPE' | 'CARET' | 'BACKQUOTE';

export const DELIMITERS: Readonly<Record<Delimiter, string>> = {
    COMMA: ',',
    SEMICOLON: ';',
    TAB: '\t',
    PIPE: '|',
    CARET: '^',
    BACKQUOTE: '`',
};

/** A job as it is kept, and answered but for what is computed. */
export interface BulkJob {
    readonly id: string;
    readonly kind: 'ingest' | 'query';
    readonly userId: string;
    readonly operation: IngestOperation | QueryOperation;
    readonly object: string;
    readonly externalIdFieldName: string | null;
    /** Of a query job. */
    readonly query: string | null;
    readonly columnDelimiter: Delimiter;
    readonly lineEnding: 'LF' | 'CRLF';
    readonly apiVersion: number;
    readonly createdAt: number;
    state: JobState;
    changedAt: number;
    processed: number;
    failed: number;
    milliseconds: number;
    errorMessage: string | null;
}

export function jobJson(job: BulkJob): object {
    const { id, kind, operation, object, externalIdFieldName, userId, state, apiVersion } = job;
    const isIngest = kind === 'ingest';
    return {
        id,
        operation,
        object,
        ...(externalIdFieldName !== null && { externalIdFieldName }),
        createdById: userId,
        createdDate: isoTime(job.createdAt),
        systemModstamp: isoTime(job.changedAt),
        state,
        concurrencyMode: 'Parallel',
        contentType: 'CSV',
        apiVersion,
        ...(isIngest && { contentUrl: `services/data/v${apiVersion}.0/jobs/ingest/${id}/batches` }),
        jobType: isIngest ? 'V2Ingest' : 'V2Query',
        lineEnding: job.lineEnding,
        columnDelimiter: job.columnDelimiter,
        retries: 0,
        totalProcessingTime: job.milliseconds,
        numberRecordsProcessed: job.processed,
        ...(isIngest && {
            numberRecordsFailed: job.failed,
            apiActiveProcessingTime: job.milliseconds,
            apexProcessingTime: 0,
        }),
        ...(job.errorMessage !== null && { errorMessage: job.errorMessage }),
    };
}

function isoTime(milliseconds: number): string {
    return new Date(milliseconds).toISOString().replace('Z', '+0000');
}
