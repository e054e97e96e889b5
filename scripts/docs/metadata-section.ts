import { metadataSupport } from '@sw-studio/local-org';

/** The part of docs/local-org.md about metadata and formulas, from the tables that the deployment asks. */
export function metadataSection(): string[] {
    const { used, leftOut, formulaFunctions, refusedFormulaFunctions } = metadataSupport();
    const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
    const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
    const typesOf = (wanted: string): readonly string[] =>
        leftOut.filter(({ reason }) => reason === wanted).map(({ type }) => type);
    return [
        '## Metadata',
        '',
        `Used: ${code(used)}.`,
        '',
        'Deployed with a line in the list of skipped components, and without effect:',
        '',
        '| Types | Why |',
        '| --- | --- |',
        ...reasons.map((reason) => `| ${code(typesOf(reason))} | ${reason} |`),
        '',
        '## Formulas',
        '',
        `Functions: ${code(formulaFunctions)}.`,
        '',
        `Refused by name when they are deployed: ${code(refusedFormulaFunctions)}.`,
        '',
    ];
}
