import { current } from '../context.ts';
import type { RuntimeType } from '../types.ts';
import { SObjectTypeToken } from './sobject-type-token.ts';

/** `list.getSObjectType()`: null for lists of SObject, whose elements may be of any object, and of other things. */
export function tokenOfElements(elementType: RuntimeType): SObjectTypeToken | null {
    if (elementType.kind !== 'sobject' || elementType.name === 'SObject') return null;
    const { schema, namespace } = current.transaction;
    const info = schema.sobject(elementType.name, namespace);
    return info === undefined ? null : SObjectTypeToken.of(info);
}
