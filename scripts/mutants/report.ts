import { agrees, type Comparison, type Verdict } from './compare.ts';

/** Of a kind of change, unless all are asked for. */
const SHOWN_OF_A_KIND = 3;

export function printReport(comparison: Comparison, showAll: boolean): void {
    const { verdicts, unjudged, agreement, falseErrors } = comparison;
    const kinds = Map.groupBy(verdicts, ({ mutant }) => mutant.mutation);
    for (const [mutation, judged] of kinds) {
        const differing = judged.filter((verdict) => !agrees(verdict));
        const rejected = judged.filter(({ theirs }) => theirs.length > 0).length;
        const figures = `${judged.length - differing.length} of ${judged.length}, ${rejected} of them rejected`;
        console.log(`${mutation.name} (${mutation.oracle}): ${figures}`);
        for (const verdict of showAll ? differing : differing.slice(0, SHOWN_OF_A_KIND)) printDifference(verdict);
    }
    for (const error of falseErrors) console.log(`false error: ${error}`);
    const percent = (100 * agreement).toFixed(2);
    console.log(`${verdicts.length} mutants judged, agreement ${percent} %, ${unjudged.length} without a verdict`);
    console.log(`false errors on unchanged classes: ${falseErrors.length}`);
}

function printDifference({ mutant, ours, theirs }: Verdict): void {
    const [first] = theirs.length > 0 ? theirs : ours;
    const who = theirs.length > 0 ? 'only theirs rejects' : 'only ours rejects';
    console.log(`    ${mutant.source.path}: ${mutant.change}\n        ${who}: ${first ?? ''}`);
}
