export interface PlatformTestResult {
    readonly class: string;
    readonly method: string;
    readonly outcome: 'Pass' | 'Fail';
    readonly message: string | null;
}

/** A sentence per test whose outcome differs, or that only one side ran. */
export function compareOutcomes(
    local: readonly PlatformTestResult[],
    platform: readonly PlatformTestResult[],
): string[] {
    const key = (result: PlatformTestResult): string => `${result.class}.${result.method}`.toLowerCase();
    const localByKey = new Map(local.map((result) => [key(result), result]));
    const differences: string[] = [];
    for (const theirs of platform) {
        const ours = localByKey.get(key(theirs));
        localByKey.delete(key(theirs));
        const name = `${theirs.class}.${theirs.method}`;
        if (ours === undefined) differences.push(`${name}: ran in the org only`);
        else if (ours.outcome !== theirs.outcome) {
            differences.push(`${name}: ${describe(theirs)} in the org, ${describe(ours)} in the local org`);
        }
    }
    for (const ours of localByKey.values()) differences.push(`${ours.class}.${ours.method}: ran in the local org only`);
    return differences;
}

function describe({ outcome, message }: PlatformTestResult): string {
    return message === null ? outcome : `${outcome} (${message})`;
}
