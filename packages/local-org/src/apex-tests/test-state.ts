import type { TestEvents } from '../events/testing/test-events.ts';
import type { TestJobs } from '../jobs/testing/test-jobs.ts';
import type { ServiceState } from '../services/service-state.ts';

/** What the sessions of one test method share: the method's own, and those of the jobs that it starts. */
export interface TestState {
    readonly mocks: Map<string, object>;
    readonly jobs: TestJobs;
    readonly events: TestEvents;
    /** A test has a cache and an outbox of its own. */
    readonly services: ServiceState;
    /** Whether `Test.startTest` was called, and `Test.stopTest`. */
    block: 'before' | 'started' | 'stopped';
    readOnlyApplicationMode: boolean;
    standardPricebookId(): string;
    setFixedSearchResults(ids: readonly string[]): void;
    updatePermissionSetGroup(id: string): void;
    setCreatedDate(id: string, milliseconds: number): void;
}
