import type { ApexType } from '../bind/types.ts';
import type { Expression } from '../syntax/ast.ts';
import { bindingOf } from './annotations.ts';

/**
 * Whether `expression` reads a lookup to several objects (`task.What`), one of which is `target`. Its static type is
 * Name, yet it may be tested for, cast to and assigned to each of those objects; which one it is shows at run time.
 */
export function isParentOfType(expression: Expression, target: ApexType): boolean {
    const binding = bindingOf(expression);
    if (binding?.kind !== 'recordParent' || target.kind !== 'record' || target.info === null) return false;
    const { referenceTo } = binding.lookup;
    return referenceTo.length > 1 && referenceTo.includes(target.info.name);
}
