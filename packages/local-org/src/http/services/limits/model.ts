import type { HostedOrg } from '../../org/hosted-org.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { FIXED_LIMITS } from './limits.ts';

export interface Limit {
    readonly Max: number;
    readonly Remaining: number;
}

/** What the org counts itself with its present use, and maxima that nothing here uses up. */
export function orgLimits(host: HostedOrg, sessions: Sessions): Readonly<Record<string, Limit>> {
    const { used, limit } = sessions.apiUsage;
    const { jobs } = host.runtime;
    const fixed = Object.entries(FIXED_LIMITS).map(([name, Max]) => [name, { Max, Remaining: Max }] as const);
    return {
        DailyApiRequests: remaining(limit, used),
        DailyAsyncApexExecutions: remaining(jobs.options.dailyExecutions, jobs.executions()),
        ...Object.fromEntries(fixed),
    };
}

function remaining(Max: number, used: number): Limit {
    return { Max, Remaining: Math.max(0, Max - used) };
}
