import { defineBuiltIn } from '../built-in-type.ts';
import { throwApex } from '../exceptions/throw.ts';
import { Serializer } from './serialize.ts';
import { JsonWriter } from './writer.ts';

/** `System.JSONGenerator`: writes JSON step by step and refuses steps that would make it malformed. */
export class JsonGenerator {
    private readonly writer: JsonWriter;
    private readonly serializer: Serializer;
    closed = false;

    constructor(pretty: boolean) {
        this.writer = new JsonWriter(pretty);
        this.serializer = new Serializer(this.writer, false);
    }

    startObject(): void {
        this.expectValue('start an object');
        this.writer.startObject();
    }

    endObject(): void {
        if (this.writer.container !== 'object') this.fail(`Current context not an object but ${this.context()}`);
        this.writer.endObject();
    }

    startArray(): void {
        this.expectValue('start an array');
        this.writer.startArray();
    }

    endArray(): void {
        if (this.writer.container !== 'array') this.fail(`Current context not an ARRAY but ${this.context()}`);
        this.writer.endArray();
    }

    fieldName(name: string | null): void {
        if (name === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
        if (!this.writer.expectsName) this.fail('Can not write a field name, expecting a value');
        this.writer.fieldName(name);
    }

    /** @param value in the representation of an Object slot */
    value(value: unknown): void {
        this.expectValue('write value');
        this.serializer.write(value);
    }

    field(name: string | null, value: unknown): void {
        this.fieldName(name);
        this.value(value);
    }

    /** Closes what is open. */
    close(): void {
        while (this.writer.depth > 0) {
            if (this.writer.container === 'array') this.writer.endArray();
            else this.writer.endObject();
        }
        this.closed = true;
    }

    text(): string {
        if (!this.closed) this.close();
        return this.writer.toString();
    }

    private expectValue(action: string): void {
        if (this.closed) this.fail('JSONGenerator has been closed');
        if (this.writer.expectsName) this.fail(`Can not ${action}, expecting field name`);
    }

    private context(): string {
        return this.writer.container === null ? 'ROOT' : this.writer.container === 'array' ? 'ARRAY' : 'OBJECT';
    }

    private fail(message: string): never {
        throwApex('System.JSONException', message);
    }
}

defineBuiltIn('System.JSONGenerator', JsonGenerator);
