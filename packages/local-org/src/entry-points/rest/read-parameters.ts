import { ApexException, JsonReader, type MethodDescriptor, readTyped } from '@sw-studio/apex/runtime';
import { restErrors } from './rest-errors.ts';

/**
 * Values of a method's parameters from a JSON object with a member for each (Apex Developer Guide, "Apex REST Methods",
 * request and response formats). Names count without case; what the body leaves out is null.
 *
 * @throws RestError 400 for text that is no JSON, for members that are no parameters or come twice, for values of a wrong type
 */
export function readParameters(method: MethodDescriptor, body: string): unknown[] {
    if (body.trim() === '') throw restErrors.bodyRequired();
    try {
        return readMembers(method, new JsonReader(body));
    } catch (error) {
        if (!(error instanceof ApexException) || error.gettypename$() !== 'System.JSONException') throw error;
        throw restErrors.malformedBody(error.getmessage$() ?? '');
    }
}

function readMembers(method: MethodDescriptor, reader: JsonReader): unknown[] {
    const names = method.parameterNames.map((name) => name.toLowerCase());
    const values = new Map<number, unknown>();
    if (reader.next() !== 'START_OBJECT') reader.fail("Malformed JSON: Expected '{' at the beginning of object");
    while (reader.next() === 'FIELD_NAME') {
        const index = names.indexOf(reader.value.toLowerCase());
        const type = method.parameterTypes[index];
        if (type === undefined) reader.fail(`Unexpected parameter encountered during deserialization: ${reader.value}`);
        if (values.has(index)) reader.fail(`Duplicate parameter encountered during deserialization: ${reader.value}`);
        reader.next();
        values.set(index, readTyped(reader, type, false));
    }
    if (reader.next() !== null) reader.fail('Unexpected content after the end of the object');
    return names.map((_, index) => values.get(index) ?? null);
}
