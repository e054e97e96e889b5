import { ApexList } from '../collections/list.ts';
import { enumConstant } from '../enums.ts';
import { namedType, primitiveType } from '../types-registry.ts';
import type { RuntimeType } from '../types.ts';
import { apexFrames, printFrames, type ApexFrame } from './stack-trace.ts';
import { throwApex } from './throw.ts';

/** What `getMessage()` answers when nobody set a message; AuraHandledException keeps it even when one was given. */
const DEFAULT_MESSAGE = 'Script-thrown exception';

/** One failed row of a DML statement, in the order in which the rows were given. */
export interface DmlFailure {
    /** Position in the list that the statement was given. */
    readonly index: number;
    readonly id: string | null;
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
    /** `Schema.SObjectField` tokens of `fields`, where the object is known. */
    readonly tokens?: readonly unknown[];
}

/**
 * `System.Exception`: the base of all exceptions, built-in and user-defined. Methods carry mangled names because Apex
 * classes override and call them. The trace is taken when the object is made: code reads `getStackTraceString()` of
 * exceptions that it never throws.
 */
export class ApexException {
    declare readonly $type: RuntimeType;
    /** Filled by V8. */
    declare stack: string;
    message: string | null = null;
    cause: ApexException | null = null;
    failures: readonly DmlFailure[] = [];
    /** Of a QueryException: names of fields by object to which the query's user has no access. */
    inaccessibleFields: ReadonlyMap<string, readonly string[]> = new Map();
    /** Set by `captureTraceOf`: the trace of the JavaScript error that this exception translates. */
    private origin: string | null = null;
    private frames: readonly ApexFrame[] | null = null;

    constructor() {
        Error.captureStackTrace(this, new.target);
    }

    /** Takes the stack again where the exception is thrown, unless Apex frames were already found. */
    captureTrace(): this {
        if (this.apexFrames().length === 0) {
            this.frames = null;
            Error.captureStackTrace(this, this.captureTrace);
        }
        return this;
    }

    /** Adopts the stack of the JavaScript error that stands for this exception. */
    captureTraceOf(error: Error): this {
        this.origin = error.stack ?? null;
        this.frames = null;
        return this;
    }

    /** Adopts the trace of the exception that this one stands for in another transaction. */
    adoptFrames(frames: readonly ApexFrame[]): this {
        this.frames = frames;
        return this;
    }

    apexFrames(): readonly ApexFrame[] {
        return (this.frames ??= apexFrames(this.origin ?? this.stack));
    }

    new$(): this {
        return this;
    }

    new$string(message: string | null): this {
        this.message = message;
        return this;
    }

    new$exception(cause: ApexException | null): this {
        this.cause = cause;
        return this;
    }

    new$string$exception(message: string | null, cause: ApexException | null): this {
        this.message = message;
        this.cause = cause;
        return this;
    }

    getmessage$(): string | null {
        return this.message ?? DEFAULT_MESSAGE;
    }

    setmessage$string(message: string | null): void {
        this.message = message;
    }

    getcause$(): ApexException | null {
        return this.cause;
    }

    /** @throws System.IllegalArgumentException when a cause is present already, as Java's Throwable does */
    initcause$exception(cause: ApexException | null): void {
        if (this.cause !== null) throwApex('System.IllegalArgumentException', "Can't overwrite cause");
        if (cause === this) throwApex('System.IllegalArgumentException', 'Self-causation not permitted');
        this.cause = cause;
    }

    gettypename$(): string {
        return this.$type.name;
    }

    getlinenumber$(): number {
        return this.apexFrames()[0]?.line ?? 0;
    }

    getstacktracestring$(): string {
        return printFrames(this.apexFrames());
    }

    getnumdml$(): number {
        return this.failures.length;
    }

    getdmlid$integer(index: number): string | null {
        return this.failure(index).id;
    }

    getdmlindex$integer(index: number): number {
        return this.failure(index).index;
    }

    getdmlmessage$integer(index: number): string {
        return this.failure(index).message;
    }

    getdmlstatuscode$integer(index: number): string {
        return this.failure(index).statusCode;
    }

    getdmltype$integer(index: number): unknown {
        return enumConstant('System.StatusCode', this.failure(index).statusCode);
    }

    getdmlfieldnames$integer(index: number): ApexList {
        return ApexList.of(primitiveType('String'), this.failure(index).fields);
    }

    getdmlfields$integer(index: number): ApexList {
        return ApexList.of(namedType('Schema.SObjectField'), this.failure(index).tokens ?? []);
    }

    private failure(index: number): DmlFailure {
        return this.failures[index] ?? throwApex('System.ListException', `List index out of bounds: ${index}`);
    }

    tostring$(): string {
        return `${this.gettypename$()}: ${this.getmessage$()}`;
    }
}
