import { type ClassDescriptor, ApexException, newApexException } from '@sw-studio/apex/runtime';
import type { ApexProgram } from '../apex/apex-program.ts';
import { ApexSession, type SessionOptions } from '../apex/apex-session.ts';
import { ApexTriggers } from '../apex/apex-triggers.ts';
import { seededRandom } from '../clock/seeded-random.ts';
import { SessionEvents } from '../events/delivery/session-events.ts';
import { TestDeliveryHost } from '../events/testing/test-delivery-host.ts';
import { TestEvents } from '../events/testing/test-events.ts';
import { CALLERS, requestFlags } from '../jobs/callers.ts';
import { jobOptionsOf } from '../jobs/job-options.ts';
import { SystemRows } from '../jobs/rows/system-rows.ts';
import { TestJobs } from '../jobs/testing/test-jobs.ts';
import type { LocalOrg, OpenTransaction } from '../org.ts';
import type { TestHost, TestSpace } from './run-tests.ts';
import { ServiceState } from '../services/service-state.ts';
import { ApexTestService } from './test-service.ts';
import type { TestState } from './test-state.ts';

/** Runs tests in an org: each class in a transaction that is never committed. */
export class OrgTestHost implements TestHost {
    private readonly org: LocalOrg;
    private readonly program: ApexProgram;
    private readonly triggers: ApexTriggers;
    private readonly rows: SystemRows;
    private readonly random = seededRandom(1);

    constructor(org: LocalOrg, program: ApexProgram) {
        this.org = org;
        this.program = program;
        this.triggers = new ApexTriggers([program]);
        this.rows = new SystemRows(() => org.schema);
    }

    implementationOf(type: ClassDescriptor): Record<string, () => unknown> {
        return this.program.implementation(type) as Record<string, () => unknown>;
    }

    steadyNow(): number {
        return performance.now();
    }

    openSpace({ seeAllData }: { seeAllData: boolean }): TestSpace {
        const open = this.org.openTransaction({
            isTest: !seeAllData,
            triggers: this.triggers,
            namespace: this.program.namespace,
            mixedDmlAllowed: () => false,
        });
        return {
            execute: (work) => this.execute(open, work, false),
            executeAndRevert: (work, { parallel }) => {
                const savepoint = open.transaction.setSavepoint();
                try {
                    this.execute(open, work, parallel);
                } finally {
                    open.transaction.rollbackTo(savepoint);
                }
            },
            close: () => open.transaction.rollback(),
        };
    }

    /** The rows go on; limits, statics, and what DML of the method before has decided, do not. */
    private execute(space: OpenTransaction, work: () => void, parallel: boolean): void {
        const { organizationId, adminId } = this.org.ids;
        const events = new TestEvents({
            transaction: space.transaction,
            triggers: this.triggers.eventTriggers(),
            organizationId,
            userId: space.start.userId ?? adminId,
            host: () => deliveryHost,
        });
        const readOnly = (): boolean => state.readOnlyApplicationMode;
        const start = { ...space.start, events, readOnly, within: space.transaction };
        const open = this.org.openTransaction(start);
        open.database.setFixedSearchResults([]);
        const statics: unknown[] = [];
        const state: TestState = {
            mocks: new Map(),
            block: 'before',
            readOnlyApplicationMode: false,
            services: new ServiceState(() => this.org.options.now()),
            standardPricebookId: () => this.standardPricebook(),
            setFixedSearchResults: (ids) => open.database.setFixedSearchResults(ids),
            updatePermissionSetGroup: (id) => updatePermissionSetGroup(this.org, open, id),
            setCreatedDate: (id, milliseconds) => setCreatedDate(this.org, open, id, milliseconds),
            jobs: new TestJobs({
                open,
                rows: this.rows,
                jobs: jobOptionsOf(this.org.options.edition),
                organizationId,
                levels: 1,
                parallel,
                openAs: (userId) => this.org.openTransaction({ ...start, userId }),
                session: (opened, caller, requestId) => {
                    const { limits } = CALLERS[caller];
                    return this.session(opened, state, statics, { ...requestFlags(caller), requestId }, limits);
                },
                statics: (className) => this.program.statics(className),
                random: this.random,
                log: () => {},
                batchFailed: (error) => events.publishBatchError(error),
            }),
            events,
        };
        const deliveryHost = new TestDeliveryHost({
            org: this.org,
            rows: this.rows,
            jobs: state.jobs,
            session: (opened, subscription) => {
                const quiddity = subscription === null ? 'PLATFORM_EVENT_PUBLISH_CALLBACK' : 'RUNTEST_SYNC';
                const delivery = this.session(opened, state, statics, { quiddity });
                delivery.provide('jobs', state.jobs.service(delivery));
                delivery.provide('events', new SessionEvents(events, subscription));
                return delivery;
            },
        });
        const session = this.session(open, state, statics, { quiddity: 'RUNTEST_SYNC' });
        session.provide('jobs', state.jobs.service(session));
        session.run(work);
        state.jobs.runCollected();
    }

    private session(
        open: OpenTransaction,
        state: TestState,
        statics: unknown[],
        request: SessionOptions['request'],
        limits?: SessionOptions['limits'],
    ): ApexSession {
        const session = new ApexSession({
            org: this.org,
            program: this.program,
            open,
            request,
            statics,
            state: state.services,
            ...(limits && { limits }),
            services: new Map(),
            random: this.random,
            debug: () => {},
        });
        session.provide('test', new ApexTestService(state, session));
        return session;
    }

    /** The test itself cannot find it. */
    private standardPricebook(): string {
        const { transaction } = this.org.openTransaction();
        const books = this.org.schema.require('Pricebook2');
        const isStandard = books.field('IsStandard')?.slot ?? -1;
        const [standard] = [...transaction.scan(books)].filter((row) => row[isStandard] === true);
        transaction.rollback();
        if (typeof standard?.[0] === 'string') return standard[0];
        throw new ApexException().new$string('The org has no standard price book.');
    }
}

/** @throws System.StringException for an id that is no permission set group's */
function updatePermissionSetGroup(org: LocalOrg, { transaction }: OpenTransaction, id: string): void {
    const object = org.schema.require('PermissionSetGroup');
    const row = transaction.row(object, id);
    const slot = object.field('Status')?.slot;
    if (row === undefined || slot === undefined) {
        throw newApexException('System.StringException', `Invalid permission set group id: ${id}`);
    }
    const changed = [...row];
    changed[slot] = 'Updated';
    transaction.write(object, id, changed);
}

function setCreatedDate(org: LocalOrg, { transaction }: OpenTransaction, id: string, milliseconds: number): void {
    const object = org.schema.objectOfId(id);
    const row = object && transaction.row(object, id);
    const slot = object?.field('CreatedDate')?.slot;
    if (object === undefined || row === undefined || slot === undefined) {
        throw newApexException('System.StringException', `Invalid id: ${id}`);
    }
    const changed = [...row];
    changed[slot] = Math.floor(milliseconds / 1000) * 1000;
    transaction.write(object, id, changed);
}
