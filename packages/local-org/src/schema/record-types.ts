import type { MetadataPackage, RecordTypeMetadata } from '../metadata/model.ts';
import { qualify } from './names.ts';
import type { ObjectPart } from './object-source.ts';
import type { RecordTypeRow } from './object-schema.ts';

/** The id that every object's master record type has on the platform. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/**
 * The record types of an object. The default is what a deployed profile names; without one it is the master record
 * type, as in an org to whose profiles nobody assigned any.
 *
 * @param recordTypeId gives the id of `Object.DeveloperName`, the same one at every deployment
 * @param defaults `Object.DeveloperName` of those that a profile makes the default
 */
export function recordTypes(
    object: string,
    parts: readonly ObjectPart[],
    recordTypeId: (key: string) => string,
    defaults: ReadonlySet<string>,
): RecordTypeRow[] {
    const rows = parts.flatMap(({ namespace, metadata }) =>
        metadata.recordTypes.map((recordType) => row(object, recordType, namespace, recordTypeId)),
    );
    const chosen = rows.find(
        ({ active, developerName }) => active && defaults.has(`${object}.${developerName}`.toLowerCase()),
    );
    return [
        ...rows.map((recordType) => ({ ...recordType, default: recordType === chosen })),
        master(chosen === undefined),
    ];
}

function row(
    object: string,
    recordType: RecordTypeMetadata,
    namespace: string,
    recordTypeId: (key: string) => string,
): RecordTypeRow {
    const qualifiedName = namespace === '' ? recordType.name : `${namespace}__${recordType.name}`;
    return {
        id: recordTypeId(`${object}.${qualifiedName}`),
        name: recordType.label,
        developerName: recordType.name,
        namespace,
        active: recordType.active,
        default: false,
        master: false,
        description: recordType.description,
        picklists: new Map(
            recordType.picklistValues.map(({ picklist, values }) => [
                qualify(picklist, namespace).toLowerCase(),
                {
                    allowed: new Set(values.map(({ fullName }) => fullName)),
                    default: values.find((value) => value.default)?.fullName ?? null,
                },
            ]),
        ),
    };
}

function master(isDefault: boolean): RecordTypeRow {
    return {
        id: MASTER_RECORD_TYPE_ID,
        name: 'Master',
        developerName: 'Master',
        namespace: '',
        active: true,
        default: isDefault,
        master: true,
        description: null,
        picklists: new Map(),
    };
}

/** What the profiles of the packages make the default; the administrator's profile has the first word. */
export function defaultRecordTypes(packages: readonly MetadataPackage[]): ReadonlySet<string> {
    const chosen = new Map<string, string>();
    const profiles = packages.flatMap(({ profiles: all, namespace }) => all.map((profile) => ({ profile, namespace })));
    for (const { profile, namespace } of profiles.sort((a, b) => rank(a.profile.name) - rank(b.profile.name))) {
        for (const { recordType, default: isDefault } of profile.recordTypeVisibilities) {
            const [object = '', name = ''] = recordType.split('.');
            const key = qualify(object, namespace).toLowerCase();
            if (isDefault && !chosen.has(key)) chosen.set(key, `${key}.${name.toLowerCase()}`);
        }
    }
    return new Set(chosen.values());
}

function rank(profile: string): number {
    return profile === 'Admin' || profile === 'System Administrator' ? 0 : 1;
}
