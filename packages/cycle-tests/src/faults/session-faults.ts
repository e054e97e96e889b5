import { LimitError, newApexException } from '@sw-studio/apex/runtime';
import type { ApexSession } from '@sw-studio/local-org';

/** Which transactions of Apex: links of the chain, their finalizers, Watcher and Runner. */
export type Victim = 'QUEUEABLE' | 'TRANSACTION_FINALIZER_QUEUEABLE' | 'SCHEDULED';

export interface Kill {
    readonly victims: readonly Victim[];
    /** A limit, which no code can catch; or an exception out of the platform, which code may catch. */
    readonly by: 'limit' | 'exception';
    /** Transactions of those victims that end well before. */
    readonly skip: number;
    /** How many are killed then, one after the other. */
    readonly times: number;
    /** Queries and statements that each of them is allowed before. */
    readonly after: number;
}

/** Ends transactions at their queries and statements, as limits and the platform may at any of them. */
export class SessionFaults {
    private kills: { readonly kill: Kill; skip: number; times: number }[] = [];

    plan(kill: Kill): void {
        this.kills.push({ kill, skip: kill.skip, times: kill.times });
    }

    clear(): void {
        this.kills = [];
    }

    /** To be called for each session when it begins. */
    watch(session: ApexSession): void {
        const victim = session.options.request.quiddity as Victim;
        const planned = this.kills.find(({ kill, times }) => times > 0 && kill.victims.includes(victim));
        if (planned === undefined) return;
        if (planned.skip > 0) {
            planned.skip--;
            return;
        }
        planned.times--;
        killAfter(session, planned.kill);
    }
}

/** A transaction that ends before it has counted so far is not killed. */
function killAfter(session: ApexSession, { after, by }: Kill): void {
    const { limits } = session;
    const count = limits.count.bind(limits);
    let left = after;
    limits.count = (name, amount) => {
        count(name, amount);
        if (left-- > 0) return;
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what Apex throws is a value of its program
        if (by === 'exception') throw newApexException('System.UnexpectedException', 'An unexpected error occurred.');
        throw new LimitError('Apex CPU time limit exceeded');
    };
}
