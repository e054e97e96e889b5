import { ApexType } from '../apex-type.ts';
import { boxFrom, typeOf } from '../casts.ts';
import { ApexList } from '../collections/list.ts';
import { ApexMap } from '../collections/map.ts';
import { ApexSet } from '../collections/set.ts';
import { ApexEnumConstant } from '../enums.ts';
import { ApexException } from '../exceptions/apex-exception.ts';
import { throwApex } from '../exceptions/throw.ts';
import { DataObject } from '../library/data-object.ts';
import { ApexObject, storedFields } from '../object.ts';
import { SObjectField } from '../schema/sobject-field.ts';
import { SObjectTypeToken } from '../schema/sobject-type-token.ts';
import { SObject } from '../sobject/sobject.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { BoxedDouble } from '../values/double.ts';
import { ApexTime } from '../values/time.ts';
import type { FrozenNode, FrozenState, FrozenValue } from './frozen-state.ts';

/**
 * @param value in the representation of an Object slot
 * @throws System.SerializationException for objects that hold what cannot be kept, such as HttpRequest
 */
export function freeze(value: unknown): FrozenState {
    const freezer = new Freezer();
    const root = freezer.freeze(value);
    return { root, nodes: freezer.nodes };
}

type Pair = readonly [name: string, value: FrozenValue];

class Freezer {
    readonly nodes: FrozenNode[] = [];
    private readonly indexes = new Map<object, number>();

    freeze(value: unknown): FrozenValue {
        if (typeof value === 'bigint') return ['long', value.toString()];
        if (typeof value !== 'object' || value === null) return value as FrozenValue;
        return freezeValue(value) ?? ['reference', this.indexOf(value)];
    }

    private indexOf(object: object): number {
        const known = this.indexes.get(object);
        if (known !== undefined) return known;
        const index = this.nodes.length;
        this.indexes.set(object, index);
        // reserves the place: the object may hold itself
        this.nodes.push({ kind: 'list', type: 'Object', items: [] });
        this.nodes[index] = this.nodeOf(object);
        return index;
    }

    private nodeOf(object: object): FrozenNode {
        if (object instanceof ApexList) {
            return {
                kind: 'list',
                type: object.elementType.name,
                items: object.items.map((item) => this.freeze(item)),
            };
        }
        if (object instanceof ApexSet) {
            const items = object.values().map((item) => this.freeze(item));
            return { kind: 'set', type: object.elementType.name, items };
        }
        if (object instanceof ApexMap) {
            const entries = [...object.store.entries].map(
                ([key, value]) => [this.freeze(key), this.freeze(value)] as const,
            );
            return { kind: 'map', keyType: object.keyType.name, valueType: object.valueType.name, entries };
        }
        if (object instanceof SObject) return this.recordNode(object);
        const type = typeOf(object);
        if (object instanceof ApexObject) return { kind: 'object', type: type.name, fields: this.fieldsOf(object) };
        if (object instanceof DataObject) {
            return { kind: 'object', type: type.name, fields: this.pairs(object.data) };
        }
        if (object instanceof ApexException) {
            const { message, cause } = object;
            const fields = 'fields' in type ? this.fieldsOf(object) : [];
            return { kind: 'exception', type: type.name, message, cause: this.freeze(cause), fields };
        }
        return throwApex('System.SerializationException', `Not Serializable: ${type.name}`);
    }

    private fieldsOf(object: ApexObject | ApexException): Pair[] {
        return storedFields(object.$type)
            .filter((field) => !field.transient)
            .map((field) => [field.name, this.freeze(boxFrom(field.get(object) ?? null, field.type))]);
    }

    private recordNode(record: SObject): FrozenNode {
        const fields = record.type.fields
            .filter((field) => record.values[field.slot] !== undefined)
            .map((field): Pair => [field.name, this.freeze(record.values[field.slot])]);
        return {
            kind: 'record',
            type: record.type.name,
            queried: record.queried,
            fields,
            aliases: this.pairs(record.aliases),
            parents: this.pairs(record.parents),
            children: this.pairs(record.children),
        };
    }

    private pairs(values: ReadonlyMap<string, unknown> | null): Pair[] {
        return [...(values ?? [])].map(([name, value]) => [name, this.freeze(value)]);
    }
}

/** Values without identity; null: the object has one. */
function freezeValue(value: object): FrozenValue {
    if (value instanceof BoxedDouble) return ['double', String(value.value)];
    if (value instanceof Decimal) return ['decimal', value.toString()];
    if (value instanceof ApexDate) return ['date', value.epochDay];
    if (value instanceof ApexDatetime) return ['datetime', value.milliseconds];
    if (value instanceof ApexTime) return ['time', value.milliseconds];
    if (value instanceof ApexBlob) return ['blob', Buffer.from(value.bytes).toString('base64')];
    if (value instanceof ApexEnumConstant) return ['enum', value.$type.name, value.name];
    if (value instanceof ApexType) return ['type', value.name];
    if (value instanceof SObjectTypeToken) return ['object token', value.info.name];
    if (value instanceof SObjectField) return ['field token', value.info.object.name, value.info.name];
    return null;
}
