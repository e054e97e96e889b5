import { ApexList } from '../../collections/list.ts';
import { ApexMap } from '../../collections/map.ts';
import { ApexSet } from '../../collections/set.ts';
import type { ApexEnumConstant } from '../../enums.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import { requireService, type AccessService, type FieldAccess } from '../../services.ts';
import { copyRecord } from '../../sobject/clone.ts';
import type { SObject } from '../../sobject/sobject.ts';
import { primitiveType, setType } from '../../types-registry.ts';
import { defineDataType, type DataObject } from '../data-object.ts';

const decisionType = defineDataType('System.SObjectAccessDecision');

/** The parts of `getRemovedFields()` and `getModifiedIndexes()`, filled while records are stripped. */
interface Findings {
    readonly removed: Map<string, Set<string>>;
    readonly modified: number[];
}

/**
 * Copies of the records without the fields that the running user may not access; parents and children likewise.
 *
 * @throws System.NoAccessException when the user has no access to the object at all and `enforceObject` is set
 */
function stripInaccessible(
    access: ApexEnumConstant,
    records: ApexList,
    third: boolean | string | null = true,
): DataObject {
    const service = requireService('access', 'Security.stripInaccessible');
    const mode = access.name as FieldAccess;
    const findings: Findings = { removed: new Map(), modified: [] };
    const stripped = records.items.map((item, index) => {
        const record = item as SObject;
        if (third !== false && !service.objectAccess(record.type, mode)) {
            throwApex('System.NoAccessException', `No access to entity: ${record.type.name}`);
        }
        const copy = copyRecord(record);
        if (strip(copy, mode, service, findings)) findings.modified.push(index);
        return copy;
    });
    return decisionType.create({
        records: new ApexList(records.elementType, stripped),
        removedFields: removedFields(findings),
        modifiedIndexes: ApexSet.of(primitiveType('Integer'), findings.modified),
    });
}

/** @returns whether anything was taken from the record itself */
function strip(record: SObject, mode: FieldAccess, service: AccessService, findings: Findings): boolean {
    let changed = false;
    record.values.forEach((value, slot) => {
        const field = record.type.fields[slot];
        if (value === undefined || slot === 0 || field === undefined) return;
        if (service.fieldAccess(record.type, field.name, mode)) return;
        record.values[slot] = undefined;
        note(findings, record.type.name, field.name);
        changed = true;
    });
    for (const [name, parent] of record.parents ?? []) {
        const lookup = record.type.relationship(name);
        if (lookup !== undefined && !service.fieldAccess(record.type, lookup.name, mode)) {
            record.parents?.delete(name);
            note(findings, record.type.name, lookup.name);
            changed = true;
        } else if (parent !== null) strip(parent, mode, service, findings);
    }
    for (const [name, children] of record.children ?? []) {
        if (!(children instanceof ApexList)) continue;
        const relationship = record.type.childRelationship(name);
        const type = (children.items[0] as SObject | undefined)?.type;
        if (relationship !== undefined && type !== undefined && !service.objectAccess(type, mode)) {
            record.children?.delete(name);
            note(findings, record.type.name, relationship.relationshipName ?? name);
            changed = true;
            continue;
        }
        for (const child of children.items) strip(child as SObject, mode, service, findings);
    }
    return changed;
}

function note(findings: Findings, object: string, field: string): void {
    const fields = findings.removed.get(object) ?? new Set<string>();
    findings.removed.set(object, fields.add(field));
}

function removedFields({ removed }: Findings): ApexMap {
    const text = primitiveType('String');
    return ApexMap.of(
        text,
        setType(text),
        [...removed].map(([object, fields]) => [object, ApexSet.of(text, fields)]),
    );
}

export const securityLibraries: readonly TypeLibrary[] = [
    decisionType.library,
    {
        type: 'System.Security',
        statics: {
            'stripInaccessible(AccessType,List<SObject>)': stripInaccessible,
            'stripInaccessible(AccessType,List<SObject>,Boolean)': stripInaccessible,
        },
    },
];
