import { cpus, totalmem } from 'node:os';
import { printTable, type Measurement } from './measurement.ts';

/** Every benchmark by its name: `npm run bench -- apex`. Without a name all of them run. */
const benchmarks: Readonly<Record<string, () => Promise<{ measure(): Promise<Measurement[]> }>>> = {
    apex: () => import('./apex/measure.ts'),
    async: () => import('./async/measure.ts'),
    cycle: () => import('./cycle/measure.ts'),
    cli: () => import('./cli/measure.ts'),
    org: () => import('./org/measure.ts'),
    queue: () => import('./queue/measure.ts'),
    store: () => import('./store/measure.ts'),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. Known: ${Object.keys(benchmarks).join(', ')}.`);
    process.exit(2);
}

console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
);
let missed = false;
for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    const benchmark = await benchmarks[name]?.();
    const measurements = (await benchmark?.measure()) ?? [];
    printTable(name, measurements);
    missed ||= measurements.some((measurement) => measurement.met === false);
}
if (missed) process.exitCode = 1;
