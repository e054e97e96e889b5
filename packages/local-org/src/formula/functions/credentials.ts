import { createHash } from 'node:crypto';
import { simple, type FormulaFunction } from './definition.ts';

/** Bytes travel as text of one character each, as nothing but text leaves a formula. */
const bytesOf = (value: string): Buffer => Buffer.from(value, 'latin1');

/** Functions of custom headers of credentials (Salesforce Help, "Formula Functions in Custom Headers"). */
const credentialFunctions: ReadonlyMap<string, FormulaFunction> = new Map(
    [
        simple('BLOB', ['text'], 'text', (value: string) => Buffer.from(value, 'utf8').toString('latin1')),
        simple('BASE64ENCODE', ['text'], 'text', (value: string) => bytesOf(value).toString('base64')),
        simple('HEX', ['text'], 'text', (value: string) => bytesOf(value).toString('hex')),
        simple('HASH', ['text', 'text'], 'text', (algorithm: string, value: string) =>
            createHash(algorithm.replace('-', '').toLowerCase()).update(bytesOf(value)).digest().toString('latin1'),
        ),
    ].map((definition) => [definition.name, definition]),
);

/** @param name in upper case */
export function findCredentialFunction(name: string): FormulaFunction | undefined {
    return credentialFunctions.get(name);
}
