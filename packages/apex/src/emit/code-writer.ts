import type { SourceSpan } from '../syntax/ast.ts';

/** For each emitted line (index 0 is line 1): the Apex line it stands for and the method it is in; 0 where none. */
export interface LineTable {
    readonly lines: Int32Array;
    readonly columns: Int32Array;
    /** Index into `methods`. */
    readonly methodOfLine: Int32Array;
    readonly methods: readonly { readonly type: string; readonly method: string }[];
}

/** Collects emitted lines and where each comes from. A statement always begins a line of its own. */
export class CodeWriter {
    readonly #text: string[] = [];
    readonly #lines: number[] = [];
    readonly #columns: number[] = [];
    readonly #methodOfLine: number[] = [];
    readonly #methods: { type: string; method: string }[] = [{ type: '', method: '' }];
    #method = 0;

    line(text: string, at?: SourceSpan): void {
        for (const part of text.split('\n')) {
            this.#text.push(part);
            this.#lines.push(at?.line ?? 0);
            this.#columns.push(at?.column ?? 0);
            this.#methodOfLine.push(this.#method);
        }
    }

    /** Lines written by `work` belong to this method in stack traces. */
    inMethod(type: string, method: string, work: () => void): void {
        const outer = this.#method;
        this.#method = this.#methods.push({ type, method }) - 1;
        work();
        this.#method = outer;
    }

    /** Reserves the current place: what is added to the returned list later stands there, on one line. */
    placeholder(): string[] {
        const parts: string[] = [];
        const index = this.#text.length;
        this.line('');
        this.#pending.push({ index, parts });
        return parts;
    }

    readonly #pending: { index: number; parts: string[] }[] = [];

    finish(): { code: string; table: LineTable } {
        for (const { index, parts } of this.#pending) this.#text[index] = parts.join(' ');
        return {
            code: this.#text.join('\n'),
            table: {
                lines: Int32Array.from(this.#lines),
                columns: Int32Array.from(this.#columns),
                methodOfLine: Int32Array.from(this.#methodOfLine),
                methods: this.#methods,
            },
        };
    }
}
