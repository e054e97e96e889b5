import type { AnonymousResult } from '../../../entry-points/apex-anonymous.ts';
import type { ServiceContext } from '../service-context.ts';
import { anonymousLog } from './debug-log.ts';

/** Runs anonymous Apex; a user who is traced gets a debug log of it. */
export async function runAnonymous(
    { host, logs }: ServiceContext,
    code: string,
    userId: string,
    version: string,
): Promise<{ readonly result: AnonymousResult; readonly log: string }> {
    const began = performance.now();
    const result = await host.live.run(host.anonymous.executing(code, userId));
    const log = anonymousLog(code, result, { now: host.clock.now(), version });
    if (result.compiled && logs.isTraced(userId)) {
        const status = result.success ? 'Success' : (result.exceptionMessage ?? 'Failed');
        const milliseconds = performance.now() - began;
        logs.add({ userId, operation: '/services/data/executeAnonymous', status, milliseconds, body: log });
    }
    return { result, log };
}
