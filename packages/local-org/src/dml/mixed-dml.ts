import type { DmlError } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { DmlContext, SaveChunk } from './dml-context.ts';
import type { SaveRow } from './save-row.ts';
import { dmlError } from './sentences.ts';

/** Setup objects (users, permission assignments, groups ...) and others are not written in one transaction. */
export function refuseMixedDml(
    context: DmlContext,
    object: ObjectSchema,
    operation: SaveChunk['operation'],
    rows: readonly SaveRow[],
): DmlError | undefined {
    const { mixedDml } = context;
    // Settings, events and metadata belong to neither side.
    if (object.kind !== 'object' && object.kind !== 'share') return undefined;
    if (object.name === 'User' && rows.every((row) => isOrdinaryUserSave(object, operation, row))) return undefined;
    if (mixedDml === null || context.mixedDmlAllowed()) {
        context.mixedDml = { setup: object.setup, object: object.name };
        return undefined;
    }
    return mixedDml.setup === object.setup ? undefined : dmlError('mixedDml', [], object.name, mixedDml.object);
}

/** Fields of a user that decide what he may see: changing one of them is a change of the setup. */
const ACCESS_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

/** A user without a role may be created, and his other fields changed, beside other rows (Apex guide, "sObjects That Cannot Be Used Together"). */
function isOrdinaryUserSave(object: ObjectSchema, operation: SaveChunk['operation'], { record }: SaveRow): boolean {
    const isSet = (name: string): boolean => record.values[object.field(name)?.slot ?? -1] !== undefined;
    if (operation === 'insert') return (record.values[object.field('UserRoleId')?.slot ?? -1] ?? null) === null;
    return operation === 'update' && !ACCESS_FIELDS.some(isSet);
}
