const FARTHEST = 3;

/** `; did you mean x?` where a name is close enough to be the one that was meant, else nothing. */
export function closest(name: string, candidates: Iterable<string>): string {
    let best: { candidate: string; distance: number } | undefined;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - name.length) > FARTHEST) continue;
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance <= FARTHEST && distance < name.length / 2 && (best === undefined || distance < best.distance)) {
            best = { candidate, distance };
        }
    }
    return best === undefined ? '' : `; did you mean ${best.candidate}?`;
}

/** Levenshtein, one row at a time. */
function editDistance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
