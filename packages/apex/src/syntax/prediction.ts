/**
 * Shortcuts through the parser's predictions.
 *
 * ANTLR decides by looking as far ahead as it must, in any context that the grammar allows. Where the grammar lets
 * `<` after a type be a comparison (`x instanceof A < b`) or two expressions stand side by side (`merge a (b)`), it
 * looks over whole statements, and that is most of the time of a cold parse. The next two tokens settle these decisions
 * in every source but such a one; there a shortcut ends in a syntax error, after which the caller parses without.
 */

import { ApexParser } from '@apexdevtools/apex-parser';
import type { ApexTokenStream } from '@apexdevtools/apex-parser';

/** The number of the alternative to take, counted from 1 in the order of the grammar; 0 leaves the choice to ANTLR. */
type Shortcut = (input: TokenLookahead) => number;

interface TokenLookahead {
    LA(offset: number): number;
}

/** The parts of the parser's simulator that its types leave out. */
interface Simulator {
    adaptivePredict(input: ApexTokenStream, decision: number, context: unknown): number;
    atn: { decisionToState: { ruleIndex: number; transitions: unknown[] }[] };
}

export function takeShortcuts(parser: ApexParser): void {
    const simulator = parser._interp as unknown as Simulator;
    const shortcuts = shortcutsOf(simulator);
    const predict = simulator.adaptivePredict.bind(simulator);
    simulator.adaptivePredict = (input, decision, context) => {
        const shortcut = shortcuts[decision];
        const alternative = shortcut ? shortcut(input) : 0;
        return alternative === 0 ? predict(input, decision, context) : alternative;
    };
}

let known: (Shortcut | undefined)[] | null = null;

/** By decision number. Empty for a grammar whose decisions are not those that the shortcuts were made for. */
export function shortcutsOf(simulator: Simulator): (Shortcut | undefined)[] {
    if (known) return known;
    const states = simulator.atn.decisionToState;
    const byDecision: (Shortcut | undefined)[] = [];
    for (const { rule, alternatives, shortcuts } of RULES) {
        const decisions = [...states.keys()].filter((decision) => states[decision]?.ruleIndex === rule);
        const counts = decisions.map((decision) => states[decision]?.transitions.length);
        if (counts.join() !== alternatives.join()) continue;
        for (const [index, shortcut] of shortcuts.entries()) {
            const decision = decisions[index];
            if (shortcut && decision !== undefined) byDecision[decision] = shortcut;
        }
    }
    known = byDecision;
    return byDecision;
}

const typeArguments: Shortcut = (input) => (input.LA(1) === ApexParser.LT ? 1 : 2);

const nextTypeName: Shortcut = (input) => (input.LA(1) === ApexParser.DOT && input.LA(2) !== ApexParser.CLASS ? 1 : 2);

const callAfterDot: Shortcut = (input) => (input.LA(2) === ApexParser.LPAREN ? 1 : 2);

const BEFORE_PARENTHESES: ReadonlySet<number> = new Set([
    ApexParser.LPAREN,
    ApexParser.LBRACK,
    ApexParser.NEW,
    ApexParser.ADD,
    ApexParser.SUB,
    ApexParser.INC,
    ApexParser.DEC,
    ApexParser.BANG,
    ApexParser.TILDE,
]);

/** The second alternative is `methodCall`. */
const unqualifiedCall: Shortcut = (input) =>
    input.LA(2) === ApexParser.LPAREN && !BEFORE_PARENTHESES.has(input.LA(1)) ? 2 : 0;

/** Per rule, the number of alternatives of each of its decisions, by which another grammar is told, and the shortcuts. */
const RULES: { rule: number; alternatives: number[]; shortcuts: (Shortcut | null)[] }[] = [
    {
        rule: ApexParser.RULE_typeName,
        alternatives: [2, 2, 2, 2, 4],
        shortcuts: [typeArguments, typeArguments, typeArguments, typeArguments, null],
    },
    { rule: ApexParser.RULE_typeRef, alternatives: [2], shortcuts: [nextTypeName] },
    {
        rule: ApexParser.RULE_expression,
        alternatives: [7, 3, 2, 2, 17, 2],
        shortcuts: [unqualifiedCall, null, null, callAfterDot, null, null],
    },
];
