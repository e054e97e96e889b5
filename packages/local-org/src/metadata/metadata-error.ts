export type MetadataErrorCode =
    | 'NO_SUCH_FOLDER'
    | 'MALFORMED_XML'
    | 'MISSING_ELEMENT'
    | 'INVALID_VALUE'
    | 'UNKNOWN_REFERENCE'
    | 'DUPLICATE_COMPONENT'
    | 'UNSUPPORTED';

/** Metadata that cannot be deployed: which file, and why. */
export class MetadataError extends Error {
    override readonly name = 'MetadataError';
    readonly code: MetadataErrorCode;
    /** Relative to the project, or the component's name where it has no file. */
    readonly file: string;

    constructor(code: MetadataErrorCode, file: string, reason: string, cause?: unknown) {
        super(`${file}: ${reason}`, cause === undefined ? {} : { cause });
        this.code = code;
        this.file = file;
    }
}
