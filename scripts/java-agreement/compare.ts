import { agree, answerOrError, REFUSED, type Family } from './agreement-case.ts';
import { askJava } from './java-process.ts';
import { Random } from './random.ts';

export interface Difference {
    readonly question: readonly string[];
    readonly ours: string;
    readonly java: string;
}

/** Java fails by itself, or was stopped: there is nothing to agree with. */
const DEFECTS_OF_JAVA = new Set([
    '!NullPointerException',
    '!ArrayIndexOutOfBoundsException',
    '!overflow',
    '!TooComplicatedException',
]);

export interface Comparison {
    readonly agreed: number;
    readonly total: number;
    /** Cases on which Java fails itself; not counted. */
    readonly withoutAnswer: number;
    /** Cases that this runtime refuses by name; not counted. */
    readonly refused: number;
    readonly differences: readonly Difference[];
}

export async function compareFamily(family: Family, count: number, seed: number, java: string): Promise<Comparison> {
    const random = new Random(seed);
    const cases = Array.from({ length: count }, () => family.newCase(random));
    const answers = await askJava(
        java,
        cases.map(({ question }) => question),
    );
    const differences: Difference[] = [];
    let withoutAnswer = 0;
    let refused = 0;
    cases.forEach((each, at) => {
        const theirs = answers[at] as string;
        if (DEFECTS_OF_JAVA.has(theirs)) {
            withoutAnswer++;
            return;
        }
        const ours = answerOrError(each);
        if (ours === REFUSED) {
            refused++;
            return;
        }
        if (!agree(ours, theirs)) differences.push({ question: each.question, ours, java: theirs });
    });
    const total = count - withoutAnswer - refused;
    return { agreed: total - differences.length, total, withoutAnswer, refused, differences };
}
