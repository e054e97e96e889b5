import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';

/** `AccountChangeEvent`, `Foo__ChangeEvent`; undefined for objects whose changes cannot be captured. */
export function changeEventOf({ name, custom }: ObjectSchema, schema: OrgSchema): ObjectSchema | undefined {
    return schema.object(custom ? `${name.slice(0, -'c'.length)}ChangeEvent` : `${name}ChangeEvent`);
}
