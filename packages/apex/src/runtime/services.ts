import type { ApexList } from './collections/list.ts';
import { current } from './context.ts';
import type { CredentialsService } from './credentials-service.ts';
import type { FormulaService } from './formula-service.ts';
import type { Waiting } from './ports.ts';
import type { HttpRequest } from './http/http-request.ts';
import type { HttpResponse } from './http/http-response.ts';
import type { SObject } from './sobject/sobject.ts';
import type { SObjectTypeInfo } from './sobject/sobject-type.ts';
import type { ApexBlob } from './values/blob.ts';
import type { DataObject } from './library/data-object.ts';

/**
 * What the library asks of the org beyond the database and the schema. A transaction offers services by the names of
 * `Services`; a library function whose service is missing throws `MissingServiceError`, so that nothing is silently
 * skipped. Methods that may wait are generators, as in ports.ts.
 */
export interface Services {
    readonly organization: OrganizationService;
    readonly limits: LimitsService;
    readonly test: TestService;
    readonly jobs: JobsService;
    readonly callouts: CalloutService;
    readonly credentials: CredentialsService;
    readonly request: RequestService;
    readonly mail: MailService;
    readonly cache: CacheService;
    readonly access: AccessService;
    readonly formulas: FormulaService;
    readonly settings: SettingsService;
    readonly resources: ResourceService;
    readonly events: EventService;
}

export interface OrganizationService {
    readonly id: string;
    readonly name: string;
    /** `https://host`, without a trailing slash. */
    readonly baseUrl: string;
    readonly multiCurrency: boolean;
    readonly uiTheme: string;
    /** null outside of a session, such as in asynchronous Apex. */
    sessionId(): string | null;
    /** Current use and maximum by name, as `OrgLimits` names them: `DailyApiRequests`. */
    limits(): ReadonlyMap<string, { readonly value: number; readonly limit: number }>;
}

/** Counters of the running transaction by the name in `Limits.get<Name>()` and `Limits.getLimit<Name>()`: `DmlRows`. */
export interface LimitsService {
    used(name: string): number;
    limit(name: string): number;
}

/** Present only in tests: `Test.isRunningTest()` is whether it is. */
export interface TestService {
    startTest(): Generator<Waiting, void, void>;
    /** Runs what the test enqueued since `startTest`. */
    stopTest(): Generator<Waiting, void, void>;
    /** @param mock object of an Apex class that implements the interface */
    setMock(interfaceName: string, mock: object): void;
    /** The mock that was set for the interface, such as `System.HttpCalloutMock`; null: none. */
    mockFor(interfaceName: string): object | null;
    /** Brings the permissions of permission set groups up to date at once. */
    calculatePermissionSetGroups(ids: readonly string[]): void;
    setFixedSearchResults(ids: readonly string[]): void;
    setCreatedDate(id: string, milliseconds: number): void;
    standardPricebookId(): string;
    /** @param events null: all that was published and not yet delivered */
    deliverEvents(events: readonly SObject[] | null): Generator<Waiting, void, void>;
    failEvents(): Generator<Waiting, void, void>;
    enableChangeDataCapture(): void;
    setReadOnlyApplicationMode(readOnly: boolean): void;
    isReadOnlyApplicationMode(): boolean;
    setCurrentPage(page: object | null): void;
    /** Ids of the batch jobs in the flex queue, first to run first. */
    flexQueueOrder(): readonly string[];
    enqueueBatchJobs(count: number): readonly string[];
    /** `System.runAs(user) { ... }`: what it returns restores the user and is given to `endRunAs`. @param user a User record or a Version */
    beginRunAs(user: unknown): Generator<Waiting, object, void>;
    endRunAs(scope: object): void;
}

export interface EnqueueOptions {
    /** null: the org's default delay. */
    readonly delayMinutes: number | null;
    readonly maximumStackDepth: number | null;
    /** Bytes of the signature as text; null: none. */
    readonly duplicateSignature: string | null;
}

export interface JobsService {
    enqueue(job: object, options: EnqueueOptions | null): Generator<Waiting, string | null, void>;
    /** @returns id of the CronTrigger */
    schedule(name: string, cron: string, job: object): Generator<Waiting, string, void>;
    scheduleBatch(job: object, name: string, minutes: number, scope: number): Generator<Waiting, string, void>;
    /** @param scope null: the platform's default */
    executeBatch(job: object, scope: number | null): Generator<Waiting, string, void>;
    /** A call of a method annotated `@future`. */
    callFuture(className: string, methodKey: string, values: readonly unknown[]): Generator<Waiting, void, void>;
    abort(jobId: string): Generator<Waiting, void, void>;
    pause(by: 'id' | 'name', value: string): Generator<Waiting, void, void>;
    resume(by: 'id' | 'name', value: string): Generator<Waiting, void, void>;
    /** @returns how many rows were deleted */
    purgeOld(beforeMilliseconds: number): Generator<Waiting, number, void>;
    attachFinalizer(finalizer: object): void;
    /** Of the running queueable; null values: none. @throws System.AsyncException outside of one */
    asyncInfo(): {
        readonly stackDepth: number;
        readonly maximumStackDepth: number | null;
        readonly delayMinutes: number | null;
    };
    /** @returns whether the order changed */
    moveInFlexQueue(
        move: 'afterJob' | 'beforeJob' | 'toEnd' | 'toFront',
        jobId: string,
        otherJobId: string | null,
    ): Generator<Waiting, boolean, void>;
}

export interface CalloutService {
    /** Counts the callout and refuses it where pending work or its kind of request forbids it. Mocked ones too. */
    checkAllowed(request: HttpRequest): Generator<Waiting, void, void>;
    /** @throws System.CalloutException as the platform words it */
    send(request: HttpRequest): Generator<Waiting, HttpResponse, void>;
}

/** What kind of request runs: answers of `System.isBatch()` and of the class Request. */
export interface RequestService {
    readonly requestId: string;
    /** Constant of `System.Quiddity`. */
    readonly quiddity: string;
    readonly batch: boolean;
    readonly future: boolean;
    readonly queueable: boolean;
    readonly scheduled: boolean;
    /** `RestContext`: what the REST dispatcher or a test set. */
    restRequest: object | null;
    restResponse: object | null;
    currentPage: object | null;
    /** ApexPages.addMessage. */
    readonly pageMessages: unknown[];
}

export interface SendEmailOutcome {
    readonly success: boolean;
    readonly errors: readonly {
        readonly statusCode: string;
        readonly message: string;
        readonly targetObjectId: string | null;
    }[];
}

export interface MailService {
    /** @param messages of `Messaging.SingleEmailMessage` or `Messaging.MassEmailMessage` */
    send(messages: readonly DataObject[], allOrNone: boolean): Generator<Waiting, SendEmailOutcome[], void>;
    /** Capacity check of `Messaging.reserveSingleEmailCapacity`. */
    reserve(kind: 'single' | 'mass', count: number): void;
    sendNotification(notification: DataObject, recipients: readonly string[]): Generator<Waiting, void, void>;
}

export interface CacheService {
    get(scope: 'org' | 'session', partition: string, key: string): unknown;
    put(scope: 'org' | 'session', partition: string, key: string, value: unknown, seconds: number | null): void;
    remove(scope: 'org' | 'session', partition: string, key: string): boolean;
    keys(scope: 'org' | 'session', partition: string): readonly string[];
    statistics(scope: 'org' | 'session', partition: string): CacheStatistics;
}

/** Times in nanoseconds, sizes in bytes, shares from 0 to 1. */
export interface CacheStatistics {
    readonly capacityUsed: number;
    readonly missRate: number;
    readonly averageGetTime: bigint;
    readonly maximumGetTime: bigint;
    readonly averageValueSize: bigint;
    readonly maximumValueSize: bigint;
}

export type FieldAccess = 'READABLE' | 'CREATABLE' | 'UPDATABLE' | 'UPSERTABLE';

export interface AccessService {
    objectAccess(type: SObjectTypeInfo, access: FieldAccess | 'DELETABLE' | 'UNDELETABLE'): boolean;
    fieldAccess(type: SObjectTypeInfo, fieldName: string, access: FieldAccess): boolean;
    customPermission(name: string): boolean;
    packageLicensed(packageIdOrNamespace: string): boolean;
    packageFeature(name: string): unknown;
    setPackageFeature(name: string, value: unknown): void;
}

/** Custom settings and custom metadata, which Apex reads without a query. */
export interface SettingsService {
    /** The row of a list setting or metadata type by Name or DeveloperName, of a hierarchy setting by SetupOwnerId. */
    row(type: SObjectTypeInfo, key: string): SObject | null;
    rows(type: SObjectTypeInfo): readonly SObject[];
    /** Profile of a user; null: the id is no user's. */
    profileOf(userId: string): string | null;
}

export interface ResourceService {
    /** Contents of a static resource. */
    staticResource(namespace: string, name: string): ApexBlob | undefined;
    /** Rows of a CSV static resource inserted as records: `Test.loadData`. */
    loadData(type: SObjectTypeInfo, resourceName: string): Generator<Waiting, ApexList, void>;
}

export interface EventService {
    /** `callback` is an Apex object: EventPublishSuccessCallback, EventPublishFailureCallback or both. */
    registerCallback(events: readonly SObject[], callback: object): void;
    /** The subscription that runs now; null outside of a platform event trigger. */
    triggerContext(): {
        readonly retries: number;
        readonly lastError: string | null;
        resumeCheckpoint: string | null;
    } | null;
}

/** The library was asked for something that this org does not offer. It is no Apex exception: no code can catch it. */
export class MissingServiceError extends Error {
    readonly code = 'MISSING_SERVICE';
    readonly service: string;
    readonly remedy: string;

    constructor(service: string, usedBy: string) {
        super(`${usedBy} needs the service "${service}", which this org does not offer`);
        this.name = 'MissingServiceError';
        this.service = service;
        this.remedy = `Run the code in an org that provides Transaction.services.get('${service}').`;
    }
}

/** @param usedBy the Apex name that people know: `System.enqueueJob` */
export function requireService<N extends keyof Services>(name: N, usedBy: string): Services[N] {
    const service = current.transaction.services.get(name) as Services[N] | undefined;
    if (service === undefined) throw new MissingServiceError(name, usedBy);
    return service;
}

export function findService<N extends keyof Services>(name: N): Services[N] | undefined {
    return current.transaction.services.get(name) as Services[N] | undefined;
}
