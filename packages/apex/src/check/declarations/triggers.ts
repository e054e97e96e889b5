import type { SObjectTypeInfo } from '../../runtime/sobject/sobject-type.ts';
import type { TriggerUnit } from '../../syntax/ast.ts';
import type { Reporter } from './element.ts';

/** The first line of a trigger: an object that has triggers, and each event once. */
export function checkTriggerHeader(unit: TriggerUnit, object: SObjectTypeInfo | null, reporter: Reporter): void {
    const seen = new Set<string>();
    for (const event of unit.events) {
        if (seen.has(event)) reporter.error(unit.name, `Duplicate Trigger Usage: ${event.toUpperCase()}`);
        seen.add(event);
    }
    if (object === null) {
        reporter.error(unit.object, `Invalid type: Schema.${unit.object.text}`);
    } else if (!object.triggerable) {
        reporter.error(unit.object, `SObject type does not allow triggers: ${object.name}`);
    } else if (object.kind === 'platformEvent' && unit.events.some((event) => event !== 'after insert')) {
        reporter.error(unit.object, `Platform Event SObjects only supports after insert: ${object.name}`);
    }
}
