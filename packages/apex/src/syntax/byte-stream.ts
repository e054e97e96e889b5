/** Numbers from 0 to 2^31 in as few bytes as they need, and texts by their number in a table. */

export class ByteWriter {
    #bytes = Buffer.allocUnsafe(4096);
    #length = 0;
    readonly #texts = new Map<string, number>();

    number(value: number): void {
        if (this.#length + 5 > this.#bytes.length) this.#grow();
        let rest = value;
        while (rest > 0x7f) {
            this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
            rest >>>= 7;
        }
        this.#bytes[this.#length++] = rest;
    }

    text(value: string): void {
        this.number(this.textNumber(value));
    }

    textNumber(value: string): number {
        const known = this.#texts.get(value);
        if (known !== undefined) return known;
        this.#texts.set(value, this.#texts.size);
        return this.#texts.size - 1;
    }

    /** The table as JSON behind its length in four bytes, then the numbers. */
    finish(): Buffer {
        const table = Buffer.from(JSON.stringify([...this.#texts.keys()]), 'utf8');
        const length = Buffer.allocUnsafe(4);
        length.writeUInt32LE(table.length);
        return Buffer.concat([length, table, this.#bytes.subarray(0, this.#length)]);
    }

    #grow(): void {
        const larger = Buffer.allocUnsafe(this.#bytes.length * 2);
        this.#bytes.copy(larger);
        this.#bytes = larger;
    }
}

export class ByteReader {
    readonly #bytes: Buffer;
    #position: number;
    readonly #texts: readonly string[];

    constructor(bytes: Buffer) {
        const tableEnd = 4 + bytes.readUInt32LE(0);
        this.#bytes = bytes;
        this.#position = tableEnd;
        this.#texts = JSON.parse(bytes.toString('utf8', 4, tableEnd)) as string[];
    }

    number(): number {
        let byte = this.#bytes[this.#position++] ?? 0;
        if (byte <= 0x7f) return byte;
        let value = byte & 0x7f;
        for (let shift = 7; byte > 0x7f; shift += 7) {
            byte = this.#bytes[this.#position++] ?? 0;
            value |= (byte & 0x7f) << shift;
        }
        return value;
    }

    text(): string {
        return this.textOf(this.number());
    }

    textOf(number: number): string {
        return this.#texts[number] ?? '';
    }
}
