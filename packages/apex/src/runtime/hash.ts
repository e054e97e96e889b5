/** Hash codes as Java computes them, so that `hashCode()` and `System.hashCode` give the platform's numbers. */
export function hashOfString(text: string): number {
    let hash = 0;
    for (let at = 0; at < text.length; at++) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
    return hash;
}

export function hashOfLong(value: bigint): number {
    return Number(BigInt.asIntN(32, value ^ (BigInt.asUintN(64, value) >> 32n)));
}

export function hashOfBoolean(value: boolean): number {
    return value ? 1231 : 1237;
}

const bits = new DataView(new ArrayBuffer(8));

export function hashOfDouble(value: number): number {
    bits.setFloat64(0, value);
    return bits.getInt32(0) ^ bits.getInt32(4);
}
