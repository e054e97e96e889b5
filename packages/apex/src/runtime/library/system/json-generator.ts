import type { JsonGenerator } from '../../json/generator.ts';
import type { LibraryFunction, TypeLibrary } from '../../library.ts';
import { boxDouble } from '../../values/double.ts';

/** `writeX(T)` and `writeXField(String,T)` for each kind of value; a Double arrives unboxed and is boxed here. */
const VALUES: readonly (readonly [method: string, type: string])[] = [
    ['Blob', 'Blob'],
    ['Boolean', 'Boolean'],
    ['Date', 'Date'],
    ['DateTime', 'Datetime'],
    ['Id', 'Id'],
    ['Number', 'Decimal'],
    ['Number', 'Integer'],
    ['Number', 'Long'],
    ['Object', 'Object'],
    ['String', 'String'],
    ['Time', 'Time'],
];

const valueMethods = Object.fromEntries(
    VALUES.flatMap(([method, type]): [string, LibraryFunction][] => [
        [`write${method}(${type})`, (generator: JsonGenerator, value: unknown) => generator.value(value)],
        [
            `write${method}Field(String,${type})`,
            (generator: JsonGenerator, name: string | null, value: unknown) => generator.field(name, value),
        ],
    ]),
);

export const jsonGeneratorLibrary: TypeLibrary = {
    type: 'System.JSONGenerator',
    methods: {
        ...valueMethods,
        'writeNumber(Double)': (generator: JsonGenerator, value: number | null) => generator.value(boxDouble(value)),
        'writeNumberField(String,Double)': (generator: JsonGenerator, name: string | null, value: number | null) =>
            generator.field(name, boxDouble(value)),
        'close()': (generator: JsonGenerator) => generator.close(),
        'getAsString()': (generator: JsonGenerator) => generator.text(),
        'isClosed()': (generator: JsonGenerator) => generator.closed,
        'writeEndArray()': (generator: JsonGenerator) => generator.endArray(),
        'writeEndObject()': (generator: JsonGenerator) => generator.endObject(),
        'writeFieldName(String)': (generator: JsonGenerator, name: string | null) => generator.fieldName(name),
        'writeNull()': (generator: JsonGenerator) => generator.value(null),
        'writeNullField(String)': (generator: JsonGenerator, name: string | null) => generator.field(name, null),
        'writeStartArray()': (generator: JsonGenerator) => generator.startArray(),
        'writeStartObject()': (generator: JsonGenerator) => generator.startObject(),
    },
};
