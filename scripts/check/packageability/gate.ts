import type { GateContext, GateOutcome } from '../gate.ts';
import { PackageModel } from '../package-model/package-model.ts';
import { readSfdxProject } from '../package-model/sfdx-project.ts';
import { PACKAGE_RULES } from './rules.ts';

export async function packageability({ root, files }: GateContext): Promise<GateOutcome> {
    const project = readSfdxProject(root);
    if (project === undefined) return { faults: [], examined: 'no package' };
    const model = new PackageModel(root, project, files);
    const faults = PACKAGE_RULES.flatMap(({ id, source, check }) =>
        check(model).map(({ file, line, message }) => ({ file, line, rule: id, message: `${message} (${source})` })),
    );
    return { faults, examined: `${model.metadata.length} files against ${PACKAGE_RULES.length} rules` };
}
