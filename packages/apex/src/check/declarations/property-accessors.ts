import type { Visibility } from '../../bind/symbols.ts';
import { visibilityOf } from '../../bind/declare.ts';
import type { PropertyDeclaration } from '../../syntax/ast.ts';
import type { DeclarationScope } from './element.ts';

const OPENNESS: readonly Visibility[] = ['private', 'protected', 'public', 'global'];

/** An accessor may be less visible than its property, never more. */
export function checkAccessors(property: PropertyDeclaration, scope: DeclarationScope): void {
    const own = visibilityOf(property.modifiers, 'private');
    for (const accessor of [property.getter, property.setter]) {
        if (accessor === null) continue;
        const visibility = visibilityOf(accessor.modifiers, own);
        if (OPENNESS.indexOf(visibility) > OPENNESS.indexOf(own))
            scope.error(accessor, `Cannot declare ${visibility} accessor on ${own} property`);
    }
}
