import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type { SentenceName } from '../diagnostics/sentences.ts';
import type { BindKind } from '../environment.ts';
import type { SoqlSchema } from '../schema.ts';

/** What Apex knows of a bind when it compiles the query. */
export interface BindType {
    readonly kind: BindKind;
    readonly collection: boolean;
    /** Spelled as Apex does, for sentences: `List<Integer>`. */
    readonly typeName: string;
}

export interface CheckOptions {
    /** The type of a bind expression; undefined when its type is not known here, and it is checked at execution. */
    readonly binds?: (expression: string) => BindType | undefined;
    /** True for queries of Apex, where FIELDS(ALL) and FIELDS(CUSTOM) are refused whatever their LIMIT. */
    readonly apex?: boolean;
}

/** What the resolvers of one query share: the schema, and the diagnostics that they append to. */
export class Analysis {
    readonly schema: SoqlSchema;
    readonly diagnostics: Diagnostic[] = [];
    readonly isApex: boolean;
    readonly #binds: (expression: string) => BindType | undefined;

    constructor(schema: SoqlSchema, { binds, apex }: CheckOptions = {}) {
        this.schema = schema;
        this.isApex = apex ?? false;
        this.#binds = binds ?? (() => undefined);
    }

    report(at: Span, name: SentenceName, ...values: (string | number)[]): undefined {
        this.diagnostics.push(diagnostic(at, name, ...values));
    }

    add(found: Diagnostic): undefined {
        this.diagnostics.push(found);
    }

    bindType(expression: string): BindType | undefined {
        return this.#binds(expression);
    }
}
