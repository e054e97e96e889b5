import type { Fault } from '../gate.ts';
import type { MetadataFile } from '../package-model/metadata-file.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childOf } from '../package-model/xml.ts';
import { unresolvedNames } from './formula-references.ts';

const FORMULAS: Readonly<Record<string, readonly string[]>> = {
    CustomField: ['formula', 'defaultValue'],
    ValidationRule: ['errorConditionFormula'],
};

export function checkFormulas(model: PackageModel, { file, type, object, root }: MetadataFile): Fault[] {
    if (object === undefined) return [];
    return (FORMULAS[type] ?? []).flatMap((name) => {
        const element = childOf(root, name);
        if (element === undefined) return [];
        return unresolvedNames(model, object, element.text).map(({ offset, message }) => ({
            file,
            line: element.line + offset,
            rule: 'unresolved-reference',
            message,
        }));
    });
}
