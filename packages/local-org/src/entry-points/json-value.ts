import {
    ApexList,
    ApexMap,
    boxFrom,
    JsonReader,
    readTyped,
    readUntyped,
    type RuntimeType,
} from '@sw-studio/apex/runtime';

/**
 * A value that came as JSON, in the representation of a slot of static type `type`. Other than `JSON.deserialize`, the
 * platform's clients may give what is declared as Object, and say what a record is by `sobjectType`.
 *
 * @throws System.JSONException for what the type cannot hold
 */
export function fromJson(value: unknown, type: RuntimeType): unknown {
    if (value === null || value === undefined) return null;
    const [first, second] = type.arguments;
    if (type.kind === 'any') return untyped(value);
    if (type.kind === 'list' && first !== undefined && Array.isArray(value)) {
        return new ApexList(
            first,
            value.map((item) => boxFrom(fromJson(item, first), first)),
        );
    }
    if (type.kind === 'map' && first !== undefined && second !== undefined && isObject(value)) {
        const entries = Object.entries(value).map(
            ([key, item]) => [boxFrom(fromJson(key, first), first), boxFrom(fromJson(item, second), second)] as const,
        );
        return ApexMap.of(first, second, entries);
    }
    const reader = readerOf(type.kind === 'sobject' ? withAttributes(value) : value);
    return readTyped(reader, type, false);
}

function untyped(value: unknown): unknown {
    return readUntyped(readerOf(value));
}

function readerOf(value: unknown): JsonReader {
    const reader = new JsonReader(JSON.stringify(value));
    reader.next();
    return reader;
}

/** `sobjectType` is how the client names the type of a record; related records have it as well. */
function withAttributes(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withAttributes);
    if (!isObject(value)) return value;
    const { sobjectType, attributes, ...fields } = value;
    const type = sobjectType === undefined ? attributes : { type: sobjectType };
    return {
        ...(type !== undefined && { attributes: type }),
        ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, withAttributes(field)])),
    };
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
