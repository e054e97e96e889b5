import { type ClassDescriptor, drive, ApexException } from '@sw-studio/apex/runtime';
import type { ApexProgram } from '../apex/apex-program.ts';
import { ApexSession } from '../apex/apex-session.ts';
import { ApexTriggers } from '../apex/apex-triggers.ts';
import type { LocalOrg, OpenTransaction } from '../org.ts';
import type { TestHost, TestSpace } from './run-tests.ts';
import { ApexTestService } from './test-service.ts';

/** Runs tests in an org: each class in a transaction that is never committed. */
export class OrgTestHost implements TestHost {
    private readonly org: LocalOrg;
    private readonly program: ApexProgram;
    private readonly triggers: ApexTriggers;
    private seed = 1;

    constructor(org: LocalOrg, program: ApexProgram) {
        this.org = org;
        this.program = program;
        this.triggers = new ApexTriggers([program]);
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
            execute: (work) => this.execute(open, work),
            executeAndRevert: (work) => {
                const savepoint = open.transaction.setSavepoint();
                try {
                    this.execute(open, work);
                } finally {
                    open.transaction.rollbackTo(savepoint);
                }
            },
            close: () => open.transaction.rollback(),
        };
    }

    private execute(open: OpenTransaction, work: () => void): void {
        const test = new ApexTestService(() => this.standardPricebook(open));
        const session = new ApexSession({
            org: this.org,
            program: this.program,
            open,
            quiddity: 'RUNTEST_SYNC',
            services: new Map<string, unknown>([['test', test]]),
            random: randomFrom(this.seed++),
            debug: () => {},
        });
        test.session = session;
        session.run(work);
    }

    private standardPricebook(open: OpenTransaction): string {
        const outcome = drive(
            open.database.query({
                text: 'SELECT Id FROM Pricebook2 WHERE IsStandard = true',
                binds: new Map(),
                access: 'system',
                dynamic: false,
            }),
        );
        const id = outcome.kind === 'records' ? outcome.records[0]?.id : undefined;
        if (id == null) throw new ApexException().new$string('The org has no standard price book.');
        return id;
    }
}

/** Mulberry32: a small generator whose sequence depends on the seed alone. */
function randomFrom(seed: number): () => number {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}
