import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { compare } from './compare.ts';
import { makeMutants } from './make-mutants.ts';
import { projects } from './project.ts';
import { Random } from './random.ts';
import { printReport } from './report.ts';

/**
 * npm run mutants [-- --count 2300 --seed 1 --show]
 *
 * Makes small mechanical changes to clean classes and asks our compiler and another one, of each change, whether it still
 * compiles: Salesforce's own compiler for everything of the language, apex-ls for calls of the platform and for the objects
 * of queries (mutation.ts says why). Prints on how many the two agree, and each disagreement by the kind of change. The
 * unchanged classes must have no error in ours. Ends with code 1 below the target, or where there are too few verdicts to
 * speak of one: about one mutant in twelve has none. Needs a JDK.
 */
const TARGET = 0.97;
const FEWEST_VERDICTS = 2000;

const { values } = parseArgs({
    options: {
        count: { type: 'string', default: '2300' },
        seed: { type: 'string', default: '1' },
        show: { type: 'boolean', default: false },
    },
});

const cacheFolder = join(import.meta.dirname, '..', '..', '.cache', 'mutants');
const all = projects();
const mutants = makeMutants(all, Number(values.count), new Random(Number(values.seed)));
const comparison = compare(all, mutants, cacheFolder);
printReport(comparison, values.show);
const { verdicts, falseErrors, agreement } = comparison;
if (falseErrors.length > 0 || agreement < TARGET || verdicts.length < FEWEST_VERDICTS) process.exitCode = 1;
