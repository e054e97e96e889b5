import { ApexMap } from '../../collections/map.ts';
import { current } from '../../context.ts';
import type { LibraryFunction } from '../../library.ts';
import { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { requireService } from '../../services.ts';
import { copyRecord } from '../../sobject/clone.ts';
import type { SObjectTypeInfo } from '../../sobject/sobject-type.ts';
import { SObject } from '../../sobject/sobject.ts';
import { primitiveType, sobjectType } from '../../types-registry.ts';

/**
 * `Setting__c.getInstance()` and its like, for custom settings and custom metadata, and `Account.getSObjectType()`; the
 * object comes first. Reads come
 * from the org's settings service and are no queries. What is returned is a copy that code may change and save.
 */
function row(type: SObjectTypeInfo, key: string | null): SObject | null {
    if (key === null) return null;
    const found = requireService('settings', `${type.name}.getInstance`).row(type, key);
    return found && copyRecord(found);
}

function organizationId(type: SObjectTypeInfo): string {
    return requireService('organization', `${type.name}.getOrgDefaults`).id;
}

/** Never null: without data a record that has no id. */
function getOrgDefaults(type: SObjectTypeInfo): SObject {
    return row(type, organizationId(type)) ?? new SObject(type);
}

function getInstance(type: SObjectTypeInfo, key?: string | null): SObject | null {
    if (type.kind !== 'hierarchySetting') return row(type, key ?? null);
    return effectiveSetting(type, key ?? current.transaction.user.id);
}

/** For each field the value of the user, else of the profile, else of the organization. */
function effectiveSetting(type: SObjectTypeInfo, ownerId: string): SObject {
    const { user } = current.transaction;
    const profileId =
        ownerId === user.id
            ? user.profileId
            : requireService('settings', `${type.name}.getInstance`).profileOf(ownerId);
    const levels = [ownerId, profileId, organizationId(type)]
        .map((id) => row(type, id))
        .filter((each) => each !== null);
    const [nearest = new SObject(type), ...wider] = levels;
    for (const level of wider) {
        level.values.forEach((value, slot) => {
            if (slot !== 0 && value !== undefined) nearest.values[slot] ??= value;
        });
    }
    const owner = type.field('SetupOwnerId');
    if (levels.length === 0 && owner !== undefined) nearest.values[owner.slot] = ownerId;
    return nearest;
}

/** A row of one level as it is; null where there is none. */
function getValues(type: SObjectTypeInfo, key: string | null): SObject | null {
    return row(type, key);
}

/** By name; custom metadata by developer name. */
function getAll(type: SObjectTypeInfo): ApexMap {
    const name = type.kind === 'customMetadata' ? 'DeveloperName' : 'Name';
    const slot = type.field(name)?.slot ?? 0;
    const rows = requireService('settings', `${type.name}.getAll`).rows(type);
    return ApexMap.of(
        primitiveType('String'),
        sobjectType(type.name),
        rows.map((each) => [each.values[slot], copyRecord(each)]),
    );
}

export const settingFunctions: Readonly<Record<string, LibraryFunction>> = {
    'getAll()': getAll,
    'getInstance()': getInstance,
    'getInstance(Id)': getInstance,
    'getInstance(String)': getInstance,
    'getOrgDefaults()': getOrgDefaults,
    'getSObjectType()': SObjectTypeToken.of,
    'getValues(Id)': getValues,
    'getValues(String)': getValues,
};
