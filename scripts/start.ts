// npm start: what the package holds, and whether it could be deployed as it is.
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PackageModel } from './check/package-model/package-model.ts';
import { readSfdxProject } from './check/package-model/sfdx-project.ts';
import { renderReports } from './check/report.ts';
import { repositoryFiles } from './check/repository-files.ts';
import { runGates } from './check/run-gates.ts';

/** Those that look at the package and take a second. */
const QUICK_GATES = ['packaging', 'metadata', 'packageability', 'apex-types'];

const root = resolve(import.meta.dirname, '..');
const project = readSfdxProject(root);
if (project === undefined) throw new Error('There is no sfdx-project.json here.');

const model = new PackageModel(root, project, repositoryFiles(root));
const counts = [...Map.groupBy(model.metadata, ({ type }) => type)]
    .map(([type, members]) => `${members.length} ${type}`)
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
process.stdout.write(
    `SW Studio (namespace ${project.namespace}, API ${project.sourceApiVersion})\n${counts.join(', ')}\n`,
);

const started = performance.now();
const reports = await runGates({ root, gates: QUICK_GATES, useCache: true });
process.stdout.write(`${renderReports(reports, performance.now() - started)}\n`);
if (reports.some(({ status }) => status === 'failed')) process.exitCode = 1;
