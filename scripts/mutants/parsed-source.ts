import { parseApex, type Syntax } from '@sw-studio/apex';

type Node = Extract<
    | Syntax.Annotation
    | Syntax.TypeReference
    | Syntax.TypeDeclaration
    | Syntax.Member
    | Syntax.Parameter
    | Syntax.VariableDeclarator
    | Syntax.Statement
    | Syntax.WhenClause
    | Syntax.CatchClause
    | Syntax.Expression,
    { kind: string }
>;

type NodeOf<K extends Node['kind']> = Extract<Node, { kind: K }>;

/** One class as text and as its syntax nodes by kind, in source order. */
export class ParsedSource {
    readonly path: string;
    readonly name: string;
    readonly text: string;
    private readonly nodes = new Map<string, Node[]>();

    /** @throws Error for text that does not parse: mutants are made of clean classes */
    constructor(path: string, text: string) {
        const { unit } = parseApex(path, text);
        if (unit?.kind !== 'ClassUnit') throw new Error(`${path} is no class that parses.`);
        this.path = path;
        this.name = unit.declaration.name.text;
        this.text = text;
        this.collect(unit.declaration);
    }

    all<K extends Node['kind']>(kind: K): readonly NodeOf<K>[] {
        return (this.nodes.get(kind) ?? []) as NodeOf<K>[];
    }

    /** The source between two offsets. */
    between(start: number, end: number): string {
        return this.text.slice(start, end);
    }

    private collect(value: unknown): void {
        if (Array.isArray(value)) value.forEach((each) => this.collect(each));
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
        if ('kind' in value && typeof value.kind === 'string') {
            const known = this.nodes.get(value.kind);
            if (known === undefined) this.nodes.set(value.kind, [value as Node]);
            else known.push(value as Node);
        }
        Object.values(value).forEach((each) => this.collect(each));
    }
}
