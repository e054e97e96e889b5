import { defineBuiltIn } from '../built-in-type.ts';
import { enumConstant, type ApexEnumConstant } from '../enums.ts';
import type { ApexException } from '../exceptions.ts';

/** What the async engine hands to jobs. Methods carry mangled names: Apex calls them through interfaces. */
export class QueueableContext {
    private readonly jobId: string;

    constructor(jobId: string) {
        this.jobId = jobId;
    }

    getjobid$(): string {
        return this.jobId;
    }
}

export class SchedulableContext {
    private readonly triggerId: string;

    constructor(triggerId: string) {
        this.triggerId = triggerId;
    }

    gettriggerid$(): string {
        return this.triggerId;
    }
}

export class BatchableContext {
    private readonly jobId: string;
    private readonly childJobId: string | null;

    constructor(jobId: string, childJobId: string | null) {
        this.jobId = jobId;
        this.childJobId = childJobId;
    }

    getjobid$(): string {
        return this.jobId;
    }

    getchildjobid$(): string | null {
        return this.childJobId;
    }
}

export class FinalizerContext {
    private readonly jobId: string;
    private readonly requestId: string;
    private readonly exception: ApexException | null;

    /** @param exception null where the parent job succeeded */
    constructor(jobId: string, requestId: string, exception: ApexException | null) {
        this.jobId = jobId;
        this.requestId = requestId;
        this.exception = exception;
    }

    getasyncapexjobid$(): string {
        return this.jobId;
    }

    getrequestid$(): string {
        return this.requestId;
    }

    getresult$(): ApexEnumConstant | null {
        const result = this.exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION';
        return enumConstant('System.ParentJobResult', result);
    }

    getexception$(): ApexException | null {
        return this.exception;
    }
}

defineBuiltIn('System.QueueableContext', QueueableContext);
defineBuiltIn('System.SchedulableContext', SchedulableContext);
defineBuiltIn('Database.BatchableContext', BatchableContext);
defineBuiltIn('System.FinalizerContext', FinalizerContext);
