import { typeOf } from '../casts.ts';
import { ApexEnumConstant } from '../enums.ts';
import { ApexList } from '../collections/list.ts';
import { ApexMap } from '../collections/map.ts';
import { ApexSet } from '../collections/set.ts';
import { boxFrom } from '../casts.ts';
import { throwApex } from '../exceptions/throw.ts';
import { DataObject, findDataType } from '../library/data-object.ts';
import { ApexObject, storedFields } from '../object.ts';
import { SObject } from '../sobject/sobject.ts';
import { apexToString } from '../to-string.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { BoxedDouble } from '../values/double.ts';
import { ApexTime } from '../values/time.ts';
import { JsonWriter } from './writer.ts';
import { writeRecord } from './write-record.ts';

export interface SerializeOptions {
    readonly pretty?: boolean;
    /** Leaves out null members of objects; null values of maps stay. */
    readonly suppressNulls?: boolean;
}

/**
 * `JSON.serialize`.
 *
 * @throws System.JSONException for values that have no JSON form, such as HttpRequest, and for circular references
 */
export function serialize(value: unknown, options: SerializeOptions = {}): string {
    const writer = new JsonWriter(options.pretty ?? false);
    new Serializer(writer, options.suppressNulls ?? false).write(value);
    return writer.toString();
}

export class Serializer {
    readonly writer: JsonWriter;
    readonly suppressNulls: boolean;
    private readonly open = new Set<object>();

    constructor(writer: JsonWriter, suppressNulls: boolean) {
        this.writer = writer;
        this.suppressNulls = suppressNulls;
    }

    write(value: unknown): void {
        if (typeof value === 'string') this.writer.string(value);
        else if (typeof value !== 'object' || value === null) this.writer.raw(String(value));
        else if (!this.writeValue(value)) this.writeContainer(value);
    }

    member(name: string, value: unknown): void {
        if (value === null && this.suppressNulls) return;
        this.writer.fieldName(name);
        this.write(value);
    }

    /** Values without parts; false: the value has parts. */
    private writeValue(value: object): boolean {
        const { writer } = this;
        if (value instanceof Decimal) writer.raw(value.toString());
        else if (value instanceof BoxedDouble) writer.raw(value.toString());
        else if (value instanceof ApexDate) writer.string(value.toIsoString());
        else if (value instanceof ApexDatetime) writer.string(isoDatetime(value));
        else if (value instanceof ApexTime) writer.string(value.toString());
        else if (value instanceof ApexBlob) writer.string(Buffer.from(value.bytes).toString('base64'));
        else if (value instanceof ApexEnumConstant) writer.string(value.name);
        else return false;
        return true;
    }

    private writeContainer(value: object): void {
        if (this.open.has(value)) throwApex('System.JSONException', 'Direct self-reference leading to cycle');
        this.open.add(value);
        if (value instanceof ApexList) this.writeArray(value.items);
        else if (value instanceof ApexSet) this.writeArray(value.values());
        else if (value instanceof ApexMap) this.writeMap(value);
        else if (value instanceof SObject) writeRecord(this, value);
        else if (value instanceof ApexObject) this.writeObject(value);
        else if (value instanceof DataObject) this.writeData(value);
        else throwApex('System.JSONException', `Apex Type unsupported in JSON: ${typeOf(value).name}`);
        this.open.delete(value);
    }

    writeArray(items: readonly unknown[]): void {
        this.writer.startArray();
        for (const item of items) this.write(item);
        this.writer.endArray();
    }

    private writeMap(map: ApexMap): void {
        this.writer.startObject();
        for (const [key, value] of map.store.entries) {
            this.writer.fieldName(apexToString(key));
            this.write(value);
        }
        this.writer.endObject();
    }

    private writeObject(object: ApexObject): void {
        this.writer.startObject();
        for (const field of storedFields(object.$type)) {
            if (!field.transient) this.member(field.name, boxFrom(field.get(object) ?? null, field.type));
        }
        this.writer.endObject();
    }

    private writeData(object: DataObject): void {
        this.writer.startObject();
        for (const name of findDataType(typeOf(object).name)?.memberNames ?? []) this.member(name, object.get(name));
        this.writer.endObject();
    }
}

/** `2026-03-01T10:20:30.000Z`. */
export function isoDatetime(value: ApexDatetime): string {
    return new Date(value.milliseconds).toISOString();
}
