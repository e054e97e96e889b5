import { defineBuiltIn } from '../built-in-type.ts';
import { boxFrom } from '../casts.ts';
import type { PrimitiveName } from '../primitives.ts';
import type { RuntimeType } from '../types.ts';
import { readPrimitive } from './read-primitive.ts';
import { JsonReader, type JsonToken } from './reader.ts';
import { readTyped } from './deserialize.ts';

/** `System.JSONParser`. */
export class JsonParser {
    private readonly reader: JsonReader;
    /** `clearCurrentToken` hides the token without moving on. */
    private cleared = false;
    lastCleared: JsonToken | null = null;

    constructor(text: string) {
        this.reader = new JsonReader(text);
    }

    get token(): JsonToken | null {
        return this.cleared ? null : this.reader.token;
    }

    /** Text of the token: names and strings without quotes. */
    get text(): string | null {
        return this.token === null ? null : this.reader.value;
    }

    get name(): string | null {
        return this.reader.name;
    }

    next(): JsonToken | null {
        this.cleared = false;
        return this.reader.next();
    }

    /** The next token that is no field name. */
    nextValue(): JsonToken | null {
        const token = this.next();
        return token === 'FIELD_NAME' ? this.next() : token;
    }

    skipChildren(): void {
        this.reader.skipChildren();
    }

    clear(): void {
        if (this.cleared) return;
        this.lastCleared = this.reader.token;
        this.cleared = true;
    }

    primitive(name: PrimitiveName): unknown {
        return readPrimitive(this.reader, name);
    }

    read(type: RuntimeType, strict: boolean): unknown {
        if (this.reader.token === null) this.next();
        return boxFrom(readTyped(this.reader, type, strict), type);
    }
}

defineBuiltIn('System.JSONParser', JsonParser);
