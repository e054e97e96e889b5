import type { ApexProgram } from '../apex/apex-program.ts';
import type { ClassCoverage } from './test-result.ts';

/** Lines with a statement, covered or not, of every class and trigger that is not a test. */
export function coverageOf(program: ApexProgram): ClassCoverage[] {
    return program.compilation.units
        .filter(({ isTest }) => !isTest)
        .map(({ file }) => {
            const lines = [...(program.coverage(file) ?? [])];
            return {
                name: nameOf(file),
                file,
                coveredLines: lines.filter(([, count]) => count > 0).map(([line]) => line),
                uncoveredLines: lines.filter(([, count]) => count === 0).map(([line]) => line),
            };
        })
        .filter(({ coveredLines, uncoveredLines }) => coveredLines.length + uncoveredLines.length > 0)
        .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function nameOf(file: string): string {
    return file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:cls|trigger)$/, '');
}
