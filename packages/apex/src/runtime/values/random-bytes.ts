import { current } from '../context.ts';

/** Bytes from the transaction's own source of chance, so that a run with the same seed repeats byte for byte. */
export function randomBytes(count: number): Uint8Array {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at++) bytes[at] = Math.floor(current.transaction.random() * 256);
    return bytes;
}
