import type { RegexNode, RepeatNode } from './syntax.ts';

/** What can be said of a pattern without a text, as java.util.regex computes it: in 32 bits, overflow included. */
export interface Measure {
    /** Characters. */
    readonly min: number;
    readonly max: number;
    /** Without an obvious maximum, lookbehind refuses the pattern. */
    readonly bounded: boolean;
    /** It matches a text in one way only, so that a repetition of it can be stepped back as a whole. */
    readonly deterministic: boolean;
}

const LARGEST = 0x7fffffff;

/** Java's accumulator, passed from node to node: what a node adds may depend on what came before it. */
class Accumulator {
    min = 0;
    max = 0;
    bounded = true;
    deterministic = true;

    reset(): void {
        this.min = 0;
        this.max = 0;
        this.bounded = true;
        this.deterministic = true;
    }
}

export function measure(node: RegexNode): Measure {
    const total = new Accumulator();
    study([node], total);
    return total;
}

/** @param nodes in the order in which they match */
function study(nodes: readonly RegexNode[], total: Accumulator): void {
    const [node, ...rest] = nodes;
    if (node === undefined) return;
    switch (node.kind) {
        case 'set':
            addLength(total, 1, 1);
            break;
        case 'lineBreak':
            addLength(total, 1, 2);
            break;
        case 'reference':
            total.bounded = false;
            break;
        case 'sequence':
            return study([...node.items, ...rest], total);
        case 'group':
            return study([node.body, ...rest], total);
        case 'atomic':
            study([node.body], total);
            break;
        case 'alternation':
            return studyOptions(node.options, rest, total);
        case 'repeat':
            return studyRepeat(node, rest, total);
        case 'look':
        case 'assertion':
            break;
    }
    study(rest, total);
}

function addLength(total: Accumulator, min: number, max: number): void {
    total.min = (total.min + min) | 0;
    total.max = (total.max + max) | 0;
}

function studyOptions(options: readonly (RegexNode | null)[], rest: readonly RegexNode[], total: Accumulator): void {
    const { min, max } = total;
    let { bounded } = total;
    let shortest = LARGEST;
    let longest = -1;
    for (const option of options) {
        total.reset();
        if (option !== null) study([option], total);
        shortest = Math.min(shortest, total.min);
        longest = Math.max(longest, total.max);
        bounded &&= total.bounded;
    }
    total.reset();
    study(rest, total);
    addLength(total, min + shortest, max + longest);
    total.bounded &&= bounded;
    total.deterministic = false;
}

function studyRepeat(node: RepeatNode, rest: readonly RegexNode[], total: Accumulator): void {
    const { body, min, max, mode } = node;
    const group = body.kind === 'group' && mode !== 'possessive' ? body : null;
    if (min === 0 && max === 1) {
        if (group !== null) return studyOptions([group, null], rest, total);
        const { min: before } = total;
        study([body], total);
        total.min = before;
        total.deterministic = false;
    } else if (group !== null && !measure(group.body).deterministic) {
        // What follows such a loop is not looked at.
        total.bounded = false;
        total.deterministic = false;
        return;
    } else if (body.kind === 'set' && mode === 'greedy' && max === Infinity) {
        addLength(total, min, LARGEST);
        total.deterministic = false;
    } else {
        studyCounted(node, total);
    }
    study(rest, total);
}

function studyCounted({ body, min, max }: RepeatNode, total: Accumulator): void {
    const once = measure(body);
    const shortest = (Math.imul(once.min, min) + total.min) | 0;
    total.min = shortest < total.min ? 0x0fffffff : shortest;
    if (total.bounded && once.bounded) {
        const longest = (Math.imul(once.max, max === Infinity ? LARGEST : max) + total.max) | 0;
        if (longest < total.max) total.bounded = false;
        total.max = longest;
    } else {
        total.bounded = false;
    }
    if (!once.deterministic || min !== max) total.deterministic = false;
}
