import { boxFrom } from './casts.ts';
import { ApexEnumConstant } from './enums.ts';
import { ApexList } from './collections/list.ts';
import { ApexMap } from './collections/map.ts';
import { ApexSet } from './collections/set.ts';
import { storedFields } from './object.ts';
import { populatedEntries } from './sobject/populated.ts';
import { SObject } from './sobject/sobject.ts';
import { typeOfObject } from './supertypes.ts';

/** A collection prints this many elements and then `...`. */
const ELEMENTS_PRINTED = 10;

/** What the platform prints in place of an object inside itself. */
const REPEATED = '(already output)';

interface PrintsAsJavaScript {
    toString(): string;
}

interface PrintsItself {
    tostring$(): string | null;
}

/**
 * `String.valueOf(Object)` and `'' + value`, for every kind of value; `null` for null. A `toString()` of the class is
 * called where it defines one.
 */
export function apexToString(value: unknown): string {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) return String(value);
    return printObject(value, []);
}

/** @param open objects being printed around this one, outermost first */
function printObject(value: object, open: readonly object[]): string {
    if ('tostring$' in value) return (value as PrintsItself).tostring$() ?? 'null';
    if (value instanceof ApexEnumConstant) return value.name;
    if (open.includes(value)) return REPEATED;
    const inside = [...open, value];
    const print = (item: unknown): string =>
        typeof item === 'object' && item !== null ? printObject(item, inside) : String(item);
    const pair = ([name, item]: readonly [unknown, unknown]): string => `${print(name)}=${print(item)}`;

    if (value instanceof ApexList) return `(${printAll(value.items, print)})`;
    if (value instanceof ApexSet) return `{${printAll(value.values(), print)}}`;
    if (value instanceof ApexMap) return `{${printAll([...value.store.entries], pair)}}`;
    if (value instanceof SObject) return `${value.type.name}:{${populatedEntries(value).map(pair).join(', ')}}`;

    const type = typeOfObject(value);
    // values of the library (dates, decimals, tokens, describe results) print themselves the JavaScript way
    if (type === null || !('fields' in type)) return (value as PrintsAsJavaScript).toString();
    const fields = storedFields(type).map((field) => pair([field.name, boxFrom(field.get(value), field.type)]));
    return `${simpleNameOf(type.name)}:[${fields.join(', ')}]`;
}

function printAll<T>(items: readonly T[], print: (item: T) => string): string {
    const printed = items.slice(0, ELEMENTS_PRINTED).map(print);
    if (items.length > ELEMENTS_PRINTED) printed.push('...');
    return printed.join(', ');
}

function simpleNameOf(name: string): string {
    return name.slice(name.lastIndexOf('.') + 1);
}
