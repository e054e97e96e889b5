import { drive, newApexException, type SObject, type TestService, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexSession } from '../apex/apex-session.ts';
import { jobException } from '../jobs/sentences.ts';
import type { TestState } from './test-state.ts';

/** `System.Test` and `System.runAs` for one session of a test. */
export class ApexTestService implements Partial<TestService> {
    private readonly state: TestState;
    private readonly session: ApexSession;
    /** Runs what was started in the block, and restores what `startTest` set aside. */
    private endBlock: (() => void) | null = null;

    constructor(state: TestState, session: ApexSession) {
        this.state = state;
        this.session = session;
    }

    /** New limits, and jobs that are collected for `stopTest`. */

    *startTest(): Generator<Waiting, void, void> {
        const { state, session } = this;
        if (state.block !== 'before') throw jobException('startedTwice');
        state.block = 'started';
        const before = state.jobs.setAside();
        const counts = session.limits.exchange();
        const restoreCpuTime = session.renewCpuTime();
        session.settleWork();
        this.endBlock = () => {
            try {
                state.jobs.runCollected();
                drive(state.events.deliver());
            } finally {
                state.jobs.putBack(before);
                session.limits.exchange(counts);
                restoreCpuTime();
            }
        };
    }

    /** Runs the jobs of the block at once, and delivers its events; what a job does not catch is thrown here. */

    *stopTest(): Generator<Waiting, void, void> {
        if (this.state.block !== 'started' || this.endBlock === null) throw jobException('notStarted');
        this.state.block = 'stopped';
        this.endBlock();
    }

    setMock(interfaceName: string, mock: object): void {
        this.state.mocks.set(interfaceName.toLowerCase(), mock);
    }

    mockFor(interfaceName: string): object | null {
        return this.state.mocks.get(interfaceName.toLowerCase()) ?? null;
    }

    setFixedSearchResults(ids: readonly string[]): void {
        this.state.setFixedSearchResults(ids);
    }

    setCreatedDate(id: string, milliseconds: number): void {
        this.state.setCreatedDate(id, milliseconds);
    }

    standardPricebookId(): string {
        return this.state.standardPricebookId();
    }

    /** What a group grants is read from its members at any time: only its status waits to be brought up to date. */
    calculatePermissionSetGroups(ids: readonly string[]): void {
        for (const id of ids) this.state.updatePermissionSetGroup(id);
    }

    setReadOnlyApplicationMode(readOnly: boolean): void {
        this.state.readOnlyApplicationMode = readOnly;
    }

    isReadOnlyApplicationMode(): boolean {
        return this.state.readOnlyApplicationMode;
    }

    deliverEvents(): Generator<Waiting, void, void> {
        return this.state.events.deliver();
    }

    failEvents(): Generator<Waiting, void, void> {
        return this.state.events.fail();
    }

    enableChangeDataCapture(): void {
        this.state.events.enableChangeDataCapture();
    }

    flexQueueOrder(): readonly string[] {
        return this.state.jobs.flexQueueOrder();
    }

    enqueueBatchJobs(count: number): readonly string[] {
        return this.state.jobs.enqueueBatchJobs(count);
    }

    *beginRunAs(user: unknown): Generator<Waiting, object, void> {
        const id = (user as SObject | null)?.id ?? null;
        if (user === null)
            throw newApexException('System.NullPointerException', 'Attempt to de-reference a null object');
        // "Every call to runAs counts against the total number of DML statements" (Apex guide, "Using the runAs Method")
        this.session.limits.count('DmlStatements');
        const restore = id === null ? () => {} : this.session.become(id);
        return { restore };
    }

    endRunAs(scope: object): void {
        (scope as { restore?: () => void }).restore?.();
    }
}
