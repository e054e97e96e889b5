// Every database operation may say as whom it reads or writes: `WITH USER_MODE`, `as user`, AccessLevel. What says so needs no
// check on the way to it, so only paths to operations that say nothing have to be followed.
import { codeOf } from '../package-model/apex-text.ts';

const STATEMENT = /(?:^|[;{}])\s*(?:insert|update|upsert|delete|undelete|merge)\s+(?!as\s+(?:user|system)\b)[\w([]/im;
const DATABASE_CALL =
    /\b(?:Database\s*\.\s*(?:insert|update|upsert|delete|undelete|merge|query|countQuery|getQueryLocator|getCursor|convertLead)\w*|Search\s*\.\s*(?:query|find))\s*\(/gi;
const QUERY = /\[\s*(?:SELECT|FIND)\b/gi;
const STATED_IN_QUERY = /\bWITH\s+(?:USER_MODE|SYSTEM_MODE|SECURITY_ENFORCED)\b/i;
const STATED_IN_CALL = /\bAccessLevel\b/i;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/** Whether each database operation of a class says its access mode where it stands. A constant or a variable does not count. */
export function statesAccessModes(apex: string): boolean {
    const code = codeOf(apex);
    if (STATEMENT.test(code)) return false;
    const isStated = (pattern: RegExp, stated: RegExp): boolean =>
        [...code.matchAll(pattern)].every((match) => stated.test(bracketed(code, match.index)));
    return isStated(QUERY, STATED_IN_QUERY) && isStated(DATABASE_CALL, STATED_IN_CALL);
}

/** From the first bracket at or after a place to the one that closes it. */
function bracketed(code: string, from: number): string {
    const start = from + code.slice(from).search(/[[(]/);
    const open = code[start] ?? '';
    let depth = 0;
    for (let at = start; at < code.length; at++) {
        if (code[at] === open) depth++;
        if (code[at] === CLOSING[open] && --depth === 0) return code.slice(start, at + 1);
    }
    return code.slice(start);
}
