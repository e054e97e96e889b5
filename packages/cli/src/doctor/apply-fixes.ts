import type { HealthFix, HealthReply } from '@sw-studio/contract';
import { OrgError, type StudioApi } from '@sw-studio/org-client';

/** What became of one fix. */
export interface AppliedFix {
    fix: HealthFix;
    applied: boolean;
    /** Why it was not. */
    error?: { code: string; message: string };
}

/** Applies each fix that a check offers, once; one that is refused does not keep the others from being tried. */
export async function applyFixes(studio: StudioApi, { checks }: HealthReply): Promise<AppliedFix[]> {
    const results: AppliedFix[] = [];
    for (const fix of new Set(checks.flatMap((check) => check.fix ?? []))) results.push(await apply(studio, fix));
    return results;
}

async function apply(studio: StudioApi, fix: HealthFix): Promise<AppliedFix> {
    try {
        await studio.applyFix(fix);
        return { fix, applied: true };
    } catch (thrown) {
        if (!(thrown instanceof OrgError)) throw thrown;
        return { fix, applied: false, error: { code: thrown.code, message: thrown.message } };
    }
}
