import type { TestJobs } from '../jobs/testing/test-jobs.ts';

/** What the sessions of one test method share: the method's own, and those of the jobs that it starts. */
export interface TestState {
    readonly mocks: Map<string, object>;
    readonly jobs: TestJobs;
    /** Whether `Test.startTest` was called, and `Test.stopTest`. */
    block: 'before' | 'started' | 'stopped';
    readOnlyApplicationMode: boolean;
    standardPricebookId(): string;
    setFixedSearchResults(ids: readonly string[]): void;
    setCreatedDate(id: string, milliseconds: number): void;
}
