import type { RecordTypeMetadata } from '../metadata/model.ts';
import { qualify } from './names.ts';
import type { ObjectPart } from './object-source.ts';
import type { RecordTypeRow } from './object-schema.ts';

/** The id that every object's master record type has on the platform. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** @param recordTypeId gives the id of `Object.DeveloperName`, the same one at every deployment */
export function recordTypes(
    object: string,
    parts: readonly ObjectPart[],
    recordTypeId: (key: string) => string,
): RecordTypeRow[] {
    const rows = parts.flatMap(({ namespace, metadata }) =>
        metadata.recordTypes.map((recordType) => row(object, recordType, namespace, recordTypeId)),
    );
    const first = rows.findIndex(({ active }) => active);
    return [
        ...rows.map((recordType, index) => ({ ...recordType, default: index === first })),
        master(rows.length === 0),
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
