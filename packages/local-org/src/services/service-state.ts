import { Outbox } from './outbox.ts';
import { PlatformCache } from './platform-cache.ts';

/** What services keep from one transaction to the next: an org's own, or that of a test method, which sees nothing of it. */
export class ServiceState {
    readonly cache: PlatformCache;
    readonly outbox = new Outbox();
    /** Values of package features (`FeatureManagement.setPackageBooleanValue`), by name in lower case. */
    readonly features = new Map<string, unknown>();

    /** @param now epoch milliseconds of the org's clock */
    constructor(now: () => number) {
        this.cache = new PlatformCache(now);
    }
}
