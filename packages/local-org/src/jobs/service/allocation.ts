import { jobException } from '../sentences.ts';
import type { JobOrg } from './job-context.ts';

/** @throws System.AsyncException when the executions of the last 24 hours are used up */
export function refuseBeyondAllocation(org: JobOrg, wanted = 1): void {
    if (org.sink.executions() + wanted > org.options.dailyExecutions) throw jobException('dailyAllocation');
}
