import type { StepReport } from '@sw-studio/contract';

/** Characters that the whole of a cycle takes. */
const LENGTH = 24;

/**
 * Where in the cycle each step ran, as bars on one time axis. A step is at least one character long, so that short ones
 * can be seen; one that still runs reaches to now.
 */
export function timelineBars(steps: readonly StepReport[], now: number): ReadonlyMap<StepReport, string> {
    const begun = steps.filter(({ startedAt }) => startedAt !== undefined);
    const from = Math.min(...begun.map(({ startedAt }) => Date.parse(startedAt!)));
    const to = Math.max(...begun.map((step) => endOf(step, now)));
    const scale = to > from ? LENGTH / (to - from) : 0;
    return new Map(
        begun.map((step) => {
            const start = Math.min(LENGTH - 1, Math.floor((Date.parse(step.startedAt!) - from) * scale));
            const end = Math.max(start + 1, Math.round((endOf(step, now) - from) * scale));
            return [step, `${'·'.repeat(start)}${'█'.repeat(end - start)}${'·'.repeat(LENGTH - end)}`];
        }),
    );
}

function endOf({ endedAt }: StepReport, now: number): number {
    return endedAt === undefined ? now : Date.parse(endedAt);
}
