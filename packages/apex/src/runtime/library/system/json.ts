import type { ApexType } from '../../apex-type.ts';
import { throwApex } from '../../exceptions/throw.ts';
import { deserialize } from '../../json/deserialize.ts';
import { JsonGenerator } from '../../json/generator.ts';
import { JsonParser } from '../../json/parser.ts';
import { JsonReader } from '../../json/reader.ts';
import { serialize } from '../../json/serialize.ts';
import { readUntyped } from '../../json/untyped.ts';
import type { TypeLibrary } from '../../library.ts';

function textOf(text: string | null): string {
    return text ?? throwApex('System.NullPointerException', 'Argument cannot be null.');
}

function deserializeUntyped(text: string | null): unknown {
    const reader = new JsonReader(textOf(text));
    reader.next();
    return readUntyped(reader);
}

export const jsonLibrary: TypeLibrary = {
    type: 'System.JSON',
    statics: {
        'createGenerator(Boolean)': (pretty: boolean | null) => new JsonGenerator(pretty === true),
        'createParser(String)': (text: string | null) => new JsonParser(textOf(text)),
        'deserialize(String,Type)': (text: string | null, type: ApexType) =>
            deserialize(textOf(text), type.runtimeType, false),
        'deserializeStrict(String,Type)': (text: string | null, type: ApexType) =>
            deserialize(textOf(text), type.runtimeType, true),
        'deserializeUntyped(String)': deserializeUntyped,
        'serialize(Object)': (value: unknown) => serialize(value),
        'serialize(Object,Boolean)': (value: unknown, suppressNulls: boolean | null) =>
            serialize(value, { suppressNulls: suppressNulls === true }),
        'serializePretty(Object)': (value: unknown) => serialize(value, { pretty: true }),
        'serializePretty(Object,Boolean)': (value: unknown, suppressNulls: boolean | null) =>
            serialize(value, { pretty: true, suppressNulls: suppressNulls === true }),
    },
};
