/**
 * Rewrites `\Q...\E` as escaped characters, before anything else is read. A quotation without end reaches to the end of
 * the pattern. A digit that begins a quotation is written as `\x3n`, so that it does not prolong an escape before it.
 */
export function expandQuotations(pattern: string): string {
    if (!pattern.includes('\\Q')) return pattern;
    let expanded = '';
    let quoted = false;
    let first = false;
    for (let at = 0; at < pattern.length; at++) {
        const character = pattern[at] as string;
        const next = pattern[at + 1];
        if (quoted) {
            if (character === '\\' && next === 'E') {
                quoted = false;
                at++;
            } else {
                expanded += escaped(character, first);
            }
            first = false;
        } else if (character === '\\' && next === 'Q') {
            quoted = true;
            first = true;
            at++;
        } else if (character === '\\') {
            expanded += character + (next ?? '');
            at++;
        } else {
            expanded += character;
        }
    }
    return expanded;
}

function escaped(character: string, first: boolean): string {
    if (/[0-9]/.test(character)) return first ? `\\x3${character}` : character;
    return /[A-Za-z]/.test(character) || character > '\x7f' ? character : `\\${character}`;
}

/** `Pattern.quote`: a pattern that matches the text itself. */
export function quotePattern(text: string): string {
    return `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`;
}
