// node scripts/java-agreement/run.ts [--cases N] [--seed S] [--family NAME] [--show N]
//
// Asks Java and this runtime the same seeded random questions and compares the answers. Exit status 1 on any difference.
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { findJava } from '../setup/find-java.mjs';
import { compareFamily, type Comparison } from './compare.ts';
import { families } from './families/index.ts';

const { values } = parseArgs({
    options: {
        cases: { type: 'string', default: '100000' },
        seed: { type: 'string', default: '1' },
        family: { type: 'string' },
        show: { type: 'string', default: '5' },
    },
});

const java = findJava();
if (java === undefined) throw new Error('No Java found: install a JDK of 17 or later');
const started = performance.now();
let differences = 0;
for (const family of families.filter(({ name }) => values.family === undefined || name === values.family)) {
    const share = values.family === undefined ? family.share : 1;
    const result = await compareFamily(family, Math.round(Number(values.cases) * share), Number(values.seed), java);
    differences += result.differences.length;
    console.log(`${family.name}: ${result.agreed} of ${result.total} agree${notCounted(result)}`);
    for (const { question, ours, java: theirs } of result.differences.slice(0, Number(values.show))) {
        console.log(`  ${question.map((field) => JSON.stringify(field)).join(' ')}`);
        console.log(`    ours ${JSON.stringify(ours)}`);
        console.log(`    java ${JSON.stringify(theirs)}`);
    }
}
console.log(`seed ${values.seed}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = differences === 0 ? 0 : 1;

function notCounted({ withoutAnswer, refused }: Comparison): string {
    const parts = [
        withoutAnswer > 0 ? `${withoutAnswer} on which Java itself fails` : '',
        refused > 0 ? `${refused} refused by name` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `; not counted: ${parts.join(', ')}`;
}
