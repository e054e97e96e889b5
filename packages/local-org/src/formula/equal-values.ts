import type { StoredValue } from '../store/stored-row.ts';
import { asText, type FormulaType } from './compiled.ts';

/** Text is compared with its case, ids by their first 15 characters, blank text equals empty text. */
export function equalValues(left: StoredValue, right: StoredValue, type: FormulaType): boolean {
    if (type === 'number' || type === 'date' || type === 'datetime' || type === 'time')
        return (left ?? null) === (right ?? null);
    if (typeof left === 'boolean' || typeof right === 'boolean') return (left ?? false) === (right ?? false);
    const [a, b] = [asText(left), asText(right)];
    return a === b || (isIdLike(a) && isIdLike(b) && a.slice(0, 15) === b.slice(0, 15) && a.length !== b.length);
}

const ID = /^[A-Za-z0-9]{15}(?:[A-Z0-5]{3})?$/;

function isIdLike(text: string): boolean {
    return (text.length === 15 || text.length === 18) && ID.test(text);
}
