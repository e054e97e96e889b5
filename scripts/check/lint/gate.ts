import type { GateContext, GateOutcome } from '../gate.ts';
import { lintSource } from './eslint.ts';
import { findUnused } from './unused.ts';

const LINTED =
    /^(?:(?:packages|scripts|bench)\/.*\.(?:ts|mjs|js)|force-app\/.*\/lwc\/.*\.(?:js|html|css)|force-app\/test\/.*\.js|[^/]+\.js)$/;

export async function lint(context: GateContext): Promise<GateOutcome> {
    const linted = context.files.filter((file) => LINTED.test(file));
    const faults = [...(await lintSource(context, linted)), ...(await findUnused(context))];
    return { faults, examined: `${linted.length} files` };
}
