import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GateContext, GateOutcome, Fault } from '../gate.ts';
import { checkDependencies } from './check-dependencies.ts';
import { checkImports } from './check-imports.ts';
import { checkLength, lengthReport, measure } from './check-length.ts';
import type { FileLength } from './check-length.ts';
import { checkNames } from './check-names.ts';

const MODULE = /\.(?:ts|mjs|js)$/;
const EXAMINED = /\.(?:ts|mjs|js|java|cls|trigger|html|css)$|(?:^|\/)package\.json$/;

export async function architecture({ root, files }: GateContext): Promise<GateOutcome> {
    const examined = files.filter((file) => EXAMINED.test(file));
    const faults: Fault[] = [];
    const lengths: FileLength[] = [];
    for (const file of examined) {
        const text = readFileSync(join(root, file), 'utf8');
        if (MODULE.test(file)) faults.push(...checkImports(file, text), ...checkNames(file, text));
        if (file.endsWith('package.json')) faults.push(...checkDependencies(file, text));
        const length = measure(file, text);
        if (length === undefined) continue;
        lengths.push(length);
        faults.push(...checkLength(length));
    }
    return { faults, examined: `${examined.length} files`, notes: lengthReport(lengths) };
}
