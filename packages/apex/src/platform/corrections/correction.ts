import type { SignatureTable, TypeRow } from '../signature-table.ts';

/** A difference between the generated tables and the platform, with the reason for believing the platform has it. */
export interface Correction {
    /** `System.Iterator`, `Database.DMLOptions.EmailHeader`; a name that no table has declares a new type. */
    readonly type: string;
    /** What the table has wrong, and the page of the Apex reference or the behaviour that says so. */
    readonly reason: string;
    /** Members and properties added; lists are appended to, single values replace those of the table. */
    readonly add?: Omit<TypeRow, 'constants'>;
    /** Signatures dropped, letter by letter as the table has them. */
    readonly remove?: readonly string[];
    /** All constants of an enum in the platform's order; the table has them sorted by name. */
    readonly constants?: readonly string[];
}

const LISTS = ['implements', 'fields', 'constructors', 'methods'] as const;

/**
 * Applies `corrections` to the table of `namespace`.
 *
 * @throws Error when a correction removes what the table does not have, or adds what it has: a new release of the
 *     platform types has caught up, and the correction must go
 */
export function correct(namespace: string, table: SignatureTable, corrections: readonly Correction[]): SignatureTable {
    const corrected: Record<string, TypeRow> = { ...table };
    for (const correction of corrections) {
        if (!correction.type.startsWith(`${namespace}.`)) continue;
        const name = correction.type.slice(namespace.length + 1);
        corrected[name] = correctRow(correction, corrected[name] ?? {});
    }
    return corrected;
}

function correctRow(correction: Correction, row: TypeRow): TypeRow {
    const removed = new Set(correction.remove ?? []);
    const result: Record<string, unknown> = { ...row, ...correction.add };
    for (const list of LISTS) {
        const kept = (row[list] ?? []).filter((signature) => !removed.delete(signature));
        const added = correction.add?.[list] ?? [];
        const twice = added.find((signature) => kept.includes(signature));
        if (twice !== undefined) throw new Error(`Correction of ${correction.type}: the table has "${twice}" already`);
        const members = [...kept, ...added];
        if (members.length > 0) result[list] = members;
        else delete result[list];
    }
    if (correction.constants !== undefined) result['constants'] = correction.constants;
    for (const constant of correction.constants === undefined ? [] : (row.constants ?? [])) {
        if (!removed.delete(constant) && correction.constants?.includes(constant) !== true) {
            throw new Error(`Correction of ${correction.type}: the order leaves out ${constant}`);
        }
    }
    const [missing] = removed;
    if (missing !== undefined) throw new Error(`Correction of ${correction.type}: the table has no "${missing}"`);
    return result;
}
