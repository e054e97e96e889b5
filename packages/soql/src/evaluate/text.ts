/**
 * The platform compares text without regard to case, and orders it in English locales by the code points of its upper
 * case form (SOQL and SOSL Reference, "ORDER BY"). Indexes of a row source must order as `compareText` does.
 */

/** Upper case, character by character, so that the length never changes. */
export function foldText(text: string): string {
    const upper = text.toUpperCase();
    if (upper.length === text.length) return upper;
    let folded = '';
    for (const character of text) {
        const one = character.toUpperCase();
        folded += one.length === character.length ? one : character;
    }
    return folded;
}

export function compareText(a: string, b: string): number {
    const left = foldText(a);
    const right = foldText(b);
    return left < right ? -1 : left > right ? 1 : 0;
}
