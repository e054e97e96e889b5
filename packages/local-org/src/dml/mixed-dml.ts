import type { DmlError } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { DmlContext } from './dml-context.ts';
import { dmlError } from './sentences.ts';

/** Setup objects (users, permission assignments, groups ...) and others are not written in one transaction. */
export function refuseMixedDml(context: DmlContext, object: ObjectSchema): DmlError | undefined {
    const { mixedDml } = context;
    // Settings, events and metadata belong to neither side.
    if (object.kind !== 'object' && object.kind !== 'share') return undefined;
    if (mixedDml === null || context.mixedDmlAllowed()) {
        context.mixedDml = { setup: object.setup, object: object.name };
        return undefined;
    }
    return mixedDml.setup === object.setup ? undefined : dmlError('mixedDml', [], object.name, mixedDml.object);
}
