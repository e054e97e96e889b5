/**
 * Insertions, deletions and substitutions that turn one string into the other.
 *
 * @param threshold -1 is answered where the distance is greater
 */
export function levenshteinDistance(left: string, right: string, threshold: number): number {
    let row = Array.from({ length: right.length + 1 }, (_, at) => at);
    for (let i = 1; i <= left.length; i++) {
        const next = [i];
        for (let j = 1; j <= right.length; j++) {
            const substitution = (row[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1);
            next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1));
        }
        row = next;
    }
    const distance = row[right.length] as number;
    return distance > threshold ? -1 : distance;
}
