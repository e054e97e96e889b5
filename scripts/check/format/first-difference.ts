/** The 1-based number of the first line that differs. */
export function firstDifference(actual: string, wanted: string): number {
    const actualLines = actual.split('\n');
    const wantedLines = wanted.split('\n');
    const at = actualLines.findIndex((line, index) => line !== wantedLines[index]);
    return (at === -1 ? actualLines.length : at) + 1;
}
