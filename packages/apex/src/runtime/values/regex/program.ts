import { AssertionNode } from './assertion-nodes.ts';
import { GreedySetNode, LineBreakNode, ReferenceNode, SetNode } from './character-nodes.ts';
import { AtomicNode, BranchNode, GroupEndNode, GroupStartNode, LookaheadNode, LookbehindNode } from './group-nodes.ts';
import { LazyLoopNode, LoopEntryNode, LoopNode } from './loop-nodes.ts';
import { MatchState } from './match-state.ts';
import { accept, end, lookbehindEnd, type MatchNode } from './node.ts';
import { CountedGroupNode, CountedNode, OptionalNode } from './repeat-nodes.ts';
import { measure } from './study.ts';
import type { GroupNode, RegexNode, RegexSyntax, RepeatNode } from './syntax.ts';

/** A pattern ready to be matched step by step. */
export interface RegexProgram {
    readonly root: MatchNode;
    /** Characters that a match has at least: no search begins nearer to the end. */
    readonly minLength: number;
    /** It begins with `^`: nothing but the place where the search begins can match. */
    readonly anchored: boolean;
    newState(): MatchState;
}

export function compileProgram(syntax: RegexSyntax): RegexProgram {
    const compiler = new Compiler(syntax);
    const root = compiler.compile(syntax.root, end, true);
    const { localCount, memoCount } = compiler;
    const { min: minLength } = measure(syntax.root);
    return {
        root,
        minLength,
        anchored: isAnchored(syntax.root),
        newState: () => new MatchState(syntax.groupCount, localCount, memoCount),
    };
}

function isAnchored(node: RegexNode): boolean {
    if (node.kind === 'sequence') return node.items[0] !== undefined && isAnchored(node.items[0]);
    return node.kind === 'assertion' && node.assertion === 'begin';
}

class Compiler {
    private readonly syntax: RegexSyntax;
    localCount = 0;
    memoCount = 0;

    constructor(syntax: RegexSyntax) {
        this.syntax = syntax;
    }

    /**
     * @param next what follows
     * @param outer whether the node is in no repetition: only there a loop may remember where it failed
     */
    compile(node: RegexNode, next: MatchNode, outer: boolean): MatchNode {
        switch (node.kind) {
            case 'set':
                return new SetNode(node.set, next);
            case 'sequence':
                return node.items.reduceRight((following, item) => this.compile(item, following, outer), next);
            case 'alternation':
                return new BranchNode(
                    node.options.map((option) => (option === null ? next : this.compile(option, next, outer))),
                );
            case 'group':
                return this.compileGroup(node, next, outer).start;
            case 'repeat':
                return this.compileRepeat(node, next, outer);
            case 'look':
                return this.compileLook(node, next);
            case 'atomic':
                return new AtomicNode(this.compile(node.body, accept, outer), next);
            case 'reference':
                return new ReferenceNode(node.group, node.fold, next);
            case 'assertion':
                return new AssertionNode(node.assertion, next);
            case 'lineBreak':
                return new LineBreakNode(next);
        }
    }

    private compileGroup(
        node: GroupNode,
        next: MatchNode,
        outer: boolean,
    ): { start: MatchNode; stop: GroupEndNode; local: number } {
        const local = this.localCount++;
        const stop = new GroupEndNode(local, node.capture, next);
        return { start: new GroupStartNode(local, this.compile(node.body, stop, outer)), stop, local };
    }

    private compileLook(node: Extract<RegexNode, { kind: 'look' }>, next: MatchNode): MatchNode {
        if (node.ahead) return new LookaheadNode(this.compile(node.body, accept, false), node.negative, next);
        const condition = this.compile(node.body, lookbehindEnd, false);
        return new LookbehindNode(condition, measure(node.body), node.supplementary, node.negative, next);
    }

    private compileRepeat(node: RepeatNode, next: MatchNode, outer: boolean): MatchNode {
        const { body, min, max, mode } = node;
        const optional = min === 0 && max === 1;
        if (body.kind === 'group' && mode !== 'possessive') {
            return optional
                ? this.compileOptionalGroup(body, mode, next)
                : this.compileRepeatedGroup(node, body, next, outer);
        }
        if (optional) return new OptionalNode(this.compile(body, accept, false), mode, next);
        if (body.kind === 'set' && mode === 'greedy' && max === Infinity) return new GreedySetNode(body.set, min, next);
        return new CountedNode(this.compile(body, accept, false), node, next);
    }

    private compileOptionalGroup(body: GroupNode, mode: 'greedy' | 'lazy', next: MatchNode): MatchNode {
        const group = this.compileGroup(body, next, false).start;
        return new BranchNode(mode === 'greedy' ? [group, next] : [next, group]);
    }

    private compileRepeatedGroup(repeat: RepeatNode, body: GroupNode, next: MatchNode, outer: boolean): MatchNode {
        if (measure(body.body).deterministic) {
            return new CountedGroupNode(this.compile(body.body, accept, false), repeat, body.capture, next);
        }
        const { start, stop, local: begin } = this.compileGroup(body, accept, false);
        const remembers = outer && !this.syntax.references && repeat.mode === 'greedy' && repeat.max === Infinity;
        const slots = { begin, count: this.localCount++, memo: remembers ? this.memoCount++ : -1 };
        const loop =
            repeat.mode === 'greedy'
                ? new LoopNode(repeat, slots, start, next)
                : new LazyLoopNode(repeat, slots, start, next);
        stop.next = loop;
        return new LoopEntryNode(loop);
    }
}
