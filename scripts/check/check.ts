// npm run check [-- gate ...] [--no-cache] [--json]
import { performance } from 'node:perf_hooks';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GATES } from './gates.ts';
import { isContinuousIntegration, isFailure, renderReports } from './report.ts';
import { runGates } from './run-gates.ts';

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'no-cache': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const known = GATES.map(({ name }) => name);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
    process.stderr.write(`There is no gate ${unknown.join(', ')}. The gates are: ${known.join(', ')}.\n`);
    process.exit(2);
}

const started = performance.now();
const reports = await runGates({
    root: resolve(import.meta.dirname, '../..'),
    gates: positionals.length > 0 ? positionals : known,
    useCache: !values['no-cache'],
});
const rendered = values.json ? JSON.stringify(reports, null, 2) : renderReports(reports, performance.now() - started);
process.stdout.write(`${rendered}\n`);
if (reports.some((report) => isFailure(report, isContinuousIntegration()))) process.exitCode = 1;
