import { seededRandom } from '../data/seeded-random.ts';
import type { Fault, FaultRule } from './fault.ts';

interface ActiveRule {
    readonly rule: FaultRule;
    skipsLeft: number;
    timesLeft: number;
}

/** Decides which faults a call meets. The same seed, rules and calls give the same faults. */
export class FaultPlan {
    private rules: ActiveRule[] = [];
    private random = seededRandom(1);

    /** Replaces what was asked for before. */
    set(rules: readonly FaultRule[], seed = 1): void {
        this.random = seededRandom(seed);
        this.rules = rules.map((rule) => ({ rule, skipsLeft: rule.skip ?? 0, timesLeft: rule.times ?? Infinity }));
    }

    clear(): void {
        this.set([]);
    }

    /** Rules that may still strike. */
    get pending(): readonly FaultRule[] {
        return this.rules.filter(({ timesLeft }) => timesLeft > 0).map(({ rule }) => rule);
    }

    /** Every latency adds up; of the other faults the first that strikes is the one. */
    next(operation: string): { readonly delay: number; readonly fault: Fault | null } {
        let delay = 0;
        let struck: Fault | null = null;
        for (const active of this.rules) {
            const { fault, operations } = active.rule;
            if (operations !== undefined && !operations.includes(operation)) continue;
            if (fault.kind !== 'latency' && struck !== null) continue;
            if (!this.strikes(active)) continue;
            if (fault.kind === 'latency') delay += fault.milliseconds;
            else struck = fault;
        }
        return { delay, fault: struck };
    }

    private strikes(active: ActiveRule): boolean {
        if (active.timesLeft <= 0) return false;
        if (active.skipsLeft > 0) {
            active.skipsLeft--;
            return false;
        }
        if (this.random() >= (active.rule.probability ?? 1)) return false;
        active.timesLeft--;
        return true;
    }
}
