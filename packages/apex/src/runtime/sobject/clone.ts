import { ApexList } from '../collections/list.ts';
import { SObject } from './sobject.ts';

export interface CloneOptions {
    readonly preserveId?: boolean;
    /** Whether related records are copied too, rather than shared. */
    readonly deep?: boolean;
    readonly preserveReadonlyTimestamps?: boolean;
    readonly preserveAutonumber?: boolean;
}

const TIMESTAMPS = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];

/** `record.clone(...)`; the copy is writable and has no errors, whatever the original is. */
export function cloneRecord(record: SObject, options: CloneOptions = {}): SObject {
    const copy = new SObject(record.type);
    record.values.forEach((value, slot) => {
        if (value !== undefined) copy.values[slot] = value;
    });
    copy.queried = record.queried;
    copy.aliases = record.aliases && new Map(record.aliases);
    copy.parents = copyMap(record.parents, (parent) =>
        parent && options.deep ? cloneRecord(parent, related) : parent,
    );
    copy.children = copyMap(record.children, (children) =>
        options.deep && children instanceof ApexList ? cloneList(children) : children,
    );
    copy.cloneSourceId = record.id;
    copy.cloned = true;
    if (!options.preserveId) copy.values[0] = undefined;
    if (!options.preserveReadonlyTimestamps) clear(copy, TIMESTAMPS);
    if (!options.preserveAutonumber)
        clear(
            copy,
            record.type.fields.filter((f) => f.autoNumber).map((f) => f.name),
        );
    return copy;
}

/** A copy that is no clone to Apex: same id, `isClone()` is false. */
export function copyRecord(record: SObject): SObject {
    const copy = cloneRecord(record, related);
    copy.cloned = record.cloned;
    copy.cloneSourceId = record.cloneSourceId;
    return copy;
}

/** Related records keep their ids in a deep clone. */
const related: CloneOptions = {
    preserveId: true,
    deep: true,
    preserveReadonlyTimestamps: true,
    preserveAutonumber: true,
};

function cloneList(list: ApexList): ApexList {
    return new ApexList(
        list.elementType,
        list.items.map((item) => (item instanceof SObject ? cloneRecord(item, related) : item)),
    );
}

function copyMap<T>(map: Map<string, T> | null, copy: (value: T) => T): Map<string, T> | null {
    return map && new Map([...map].map(([name, value]) => [name, copy(value)]));
}

function clear(record: SObject, names: readonly string[]): void {
    for (const name of names) {
        const field = record.type.field(name);
        if (field !== undefined) record.values[field.slot] = undefined;
    }
}
