import type { Fault, GateContext, GateOutcome } from '../gate.ts';
import { PackageModel } from '../package-model/package-model.ts';
import { readSfdxProject } from '../package-model/sfdx-project.ts';
import { checkAsyncClasses } from './check-async-classes.ts';
import { checkComponents } from './check-components.ts';
import { checkConventions } from './check-conventions.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkElements } from './check-elements.ts';
import { checkFlow } from './check-flows.ts';
import { checkFormulas } from './check-formulas.ts';
import { checkReferences } from './check-references.ts';
import { checkRequiredElements } from './required-elements.ts';
import { loadSchema } from './schema.ts';

export async function metadata({ root, files, cache }: GateContext): Promise<GateOutcome> {
    const project = readSfdxProject(root);
    if (project === undefined) return { faults: [], examined: 'no package' };
    const model = new PackageModel(root, project, files);
    const schema = loadSchema(cache.folder);
    const faults: Fault[] = [
        ...model.broken.map(({ file, line, message }) => ({ file, line, rule: 'not-well-formed', message })),
        ...model.metadata.flatMap((file) => [
            ...checkElements(schema, file),
            ...checkRequiredElements(model, file),
            ...checkReferences(model, file),
            ...checkFormulas(model, file),
            ...checkFlow(model, file),
        ]),
        ...checkComponents(model),
        ...checkConventions(model),
        ...checkCoverage(model),
        ...checkAsyncClasses(model),
    ];
    return { faults, examined: `${model.metadata.length + model.broken.length} files` };
}
