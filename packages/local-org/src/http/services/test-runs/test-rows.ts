import { SetupRows } from '../../../default-data/setup-rows.ts';
import { coveragePercent } from '../../../apex-tests/report-formats.ts';
import type { TestClass } from '../../../apex-tests/test-discovery.ts';
import type { ApexTestResult, ClassCoverage } from '../../../apex-tests/test-result.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import { findToolingObject } from '../../../schema/tooling-objects.ts';
import type { StoredValue } from '../../../store/stored-row.ts';
import type { OrgTransaction } from '../../../transaction/org-transaction.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { clearToolingRows, writeToolingRow } from '../tooling/tooling-schema.ts';

type Values = Readonly<Record<string, StoredValue>>;

/** The rows in which clients follow a test run: the run, a queue item for each class, a result for each method. */
export class TestRows {
    private readonly host: HostedOrg;
    private readonly userId: string;
    private readonly items = new Map<string, { readonly id: string; readonly classId: string }>();
    private readonly startTime: number;
    private runId = '';
    private completed = { classes: 0, methods: 0, failed: 0 };
    jobId = '';

    constructor(host: HostedOrg, userId: string) {
        this.host = host;
        this.userId = userId;
        this.startTime = wholeSeconds(host.clock.now());
    }

    /** @returns the id by which clients know the run */
    begin(classes: readonly TestClass[]): string {
        this.write((rows) => {
            this.jobId = rows.insert('AsyncApexJob', {
                JobType: 'TestRequest',
                Status: 'Processing',
                TotalJobItems: classes.length,
                JobItemsProcessed: 0,
                NumberOfErrors: 0,
            });
            this.runId = rows.insert('ApexTestRunResult', {
                AsyncApexJobId: this.jobId,
                UserId: this.userId,
                Status: 'Processing',
                StartTime: this.startTime,
                ClassesEnqueued: classes.length,
                MethodsEnqueued: classes.reduce((sum, { tests }) => sum + tests.length, 0),
                ...this.counts,
            });
            for (const { type } of classes) {
                const classId = classIdOf(this.host, type.simpleName, type.namespace);
                const values = { ApexClassId: classId, ParentJobId: this.jobId, TestRunResultId: this.runId };
                const id = rows.insert('ApexTestQueueItem', { ...values, Status: 'Processing' });
                this.items.set(type.name, { id, classId });
            }
        });
        return this.jobId;
    }

    ended({ type }: TestClass, results: readonly ApexTestResult[]): void {
        const item = this.items.get(type.name);
        if (item === undefined) return;
        this.completed.classes++;
        this.completed.methods += results.length;
        this.completed.failed += results.filter(({ outcome }) => outcome === 'Fail').length;
        this.write((rows) => {
            for (const result of results) this.insertResult(rows, item, result);
            this.update(rows, 'ApexTestQueueItem', item.id, { Status: 'Completed' });
            this.update(rows, 'ApexTestRunResult', this.runId, this.counts);
        });
        this.host.org.events.systemTopics.announce('/systemTopic/TestResult', 'updated', this.jobId);
    }

    finish(milliseconds: number, coverage: readonly ClassCoverage[]): void {
        const EndTime = wholeSeconds(this.host.clock.now());
        this.write((rows, transaction) => {
            const failed = this.completed.failed > 0;
            this.update(rows, 'ApexTestRunResult', this.runId, {
                ...this.counts,
                Status: failed ? 'Failed' : 'Completed',
                EndTime,
                TestTime: milliseconds,
            });
            this.update(rows, 'AsyncApexJob', this.jobId, {
                Status: 'Completed',
                JobItemsProcessed: this.completed.classes,
                CompletedDate: EndTime,
            });
            if (coverage.length > 0) this.writeCoverage(transaction, coverage);
        });
        this.host.org.events.systemTopics.announce('/systemTopic/TestResult', 'updated', this.jobId);
    }

    private get counts(): Values {
        const { classes, methods, failed } = this.completed;
        return { ClassesCompleted: classes, MethodsCompleted: methods, MethodsFailed: failed };
    }

    private insertResult(rows: SetupRows, item: { id: string; classId: string }, result: ApexTestResult): void {
        rows.insert('ApexTestResult', {
            ApexClassId: item.classId,
            ApexTestRunResultId: this.runId,
            AsyncApexJobId: this.jobId,
            QueueItemId: item.id,
            MethodName: result.method,
            Outcome: result.outcome,
            Message: result.message,
            StackTrace: result.stack,
            RunTime: Math.round(result.durationMs),
            TestTimestamp: wholeSeconds(this.host.clock.now()),
            IsTestSetup: false,
        });
    }

    /** What the last run with coverage counted; earlier runs count no more. */
    private writeCoverage(transaction: OrgTransaction, coverage: readonly ClassCoverage[]): void {
        const [each, aggregate, org] = ['ApexCodeCoverage', 'ApexCodeCoverageAggregate', 'ApexOrgWideCoverage'].map(
            (name) => findToolingObject(name) as ObjectSchema,
        ) as [ObjectSchema, ObjectSchema, ObjectSchema];
        for (const object of [each, aggregate, org]) clearToolingRows(transaction, object);
        for (const one of coverage) {
            const values = { ApexClassOrTriggerId: classIdOf(this.host, one.name, ''), ...coverageValues(one) };
            writeToolingRow(transaction, aggregate, this.userId, values);
            // Lines are counted for the run as a whole: only a run of one class knows whose they are.
            const [only, ...others] = [...this.items.values()];
            if (only !== undefined && others.length === 0) {
                const own = { ...values, ApexTestClassId: only.classId };
                if (one.coveredLines.length > 0) writeToolingRow(transaction, each, this.userId, own);
            }
        }
        const PercentCovered = Math.round(
            coveragePercent({
                coveredLines: coverage.flatMap(({ coveredLines }) => coveredLines),
                uncoveredLines: coverage.flatMap(({ uncoveredLines }) => uncoveredLines),
            }),
        );
        writeToolingRow(transaction, org, this.userId, { PercentCovered });
    }

    private update(rows: SetupRows, objectName: string, id: string, values: Values): void {
        const object = this.host.org.schema.require(objectName);
        const row = [...(rows.transaction.row(object, id) ?? [])];
        for (const [name, value] of Object.entries(values)) {
            const slot = object.field(name)?.slot;
            if (slot !== undefined) row[slot] = value;
        }
        rows.transaction.write(object, id, row);
    }

    private write(work: (rows: SetupRows, transaction: OrgTransaction) => void): void {
        const { transaction } = this.host.org.openTransaction();
        const rows = new SetupRows(this.host.org.schema, transaction);
        rows.userId = this.userId;
        work(rows, transaction);
        transaction.commit();
    }
}

/** '' for a class without a row. */
export function classIdOf({ org }: HostedOrg, name: string, namespace: string): string {
    for (const objectName of ['ApexClass', 'ApexTrigger']) {
        const object = org.schema.require(objectName);
        const [nameSlot, prefixSlot] = [object.field('Name')?.slot ?? -1, object.field('NamespacePrefix')?.slot ?? -1];
        for (const row of org.store.table(object).scan(null)) {
            if (row[nameSlot] === name && (namespace === '' || row[prefixSlot] === namespace)) return row[0] as string;
        }
    }
    return '';
}

export function coverageValues({ coveredLines, uncoveredLines }: ClassCoverage): Values {
    return {
        NumLinesCovered: coveredLines.length,
        NumLinesUncovered: uncoveredLines.length,
        Coverage: JSON.stringify({ coveredLines, uncoveredLines }),
    };
}

function wholeSeconds(milliseconds: number): number {
    return Math.floor(milliseconds / 1000) * 1000;
}
