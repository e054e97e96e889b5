import { writeFileSync } from 'node:fs';

/**
 * Writes a table as JSON with one row a line, so that a new platform release shows as a readable diff.
 *
 * @returns the size of the file in bytes
 */
export function writeTable(file: string, rows: Readonly<Record<string, unknown>>): number {
    const lines = Object.entries(rows).map(([key, row]) => `${JSON.stringify(key)}: ${JSON.stringify(row)}`);
    const text = `{\n${lines.join(',\n')}\n}\n`;
    writeFileSync(file, text);
    return Buffer.byteLength(text);
}

/** Writes names as a JSON list, one a line; returns the size of the file in bytes. */
export function writeNames(file: string, names: readonly string[]): number {
    const text = `[\n${names.map((name) => JSON.stringify(name)).join(',\n')}\n]\n`;
    writeFileSync(file, text);
    return Buffer.byteLength(text);
}
