import { newApexException, type SObject, type TestService, throwApex, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexSession } from '../apex/apex-session.ts';

/** `System.Test` and `System.runAs` for one test method. */
export class ApexTestService implements Partial<TestService> {
    /** Set once the session that it serves exists. */
    session: ApexSession | null = null;
    private readonly mocks = new Map<string, object>();
    private state: 'before' | 'started' | 'stopped' = 'before';
    private readonly pricebookId: () => string;
    fixedSearchResults: readonly string[] = [];

    constructor(pricebookId: () => string) {
        this.pricebookId = pricebookId;
    }

    // eslint-disable-next-line require-yield -- nothing of the platform is waited for
    *startTest(): Generator<Waiting, void, void> {
        if (this.state !== 'before') throwApex('System.FinalException', 'Testing already started');
        this.state = 'started';
        this.session?.limits.reset();
    }

    // eslint-disable-next-line require-yield -- asynchronous Apex runs here once the job engine exists
    *stopTest(): Generator<Waiting, void, void> {
        if (this.state !== 'started') throwApex('System.FinalException', 'Testing not started');
        this.state = 'stopped';
    }

    setMock(interfaceName: string, mock: object): void {
        this.mocks.set(interfaceName.toLowerCase(), mock);
    }

    mockFor(interfaceName: string): object | null {
        return this.mocks.get(interfaceName.toLowerCase()) ?? null;
    }

    setFixedSearchResults(ids: readonly string[]): void {
        this.fixedSearchResults = ids;
    }

    standardPricebookId(): string {
        return this.pricebookId();
    }

    // eslint-disable-next-line require-yield -- part of a contract whose other parts may wait
    *beginRunAs(user: unknown): Generator<Waiting, object, void> {
        const id = (user as SObject | null)?.id ?? null;
        if (user === null)
            throw newApexException('System.NullPointerException', 'Attempt to de-reference a null object');
        const restore = id === null ? () => {} : this.session?.become(id);
        return { restore };
    }

    endRunAs(scope: object): void {
        (scope as { restore?: () => void }).restore?.();
    }
}
