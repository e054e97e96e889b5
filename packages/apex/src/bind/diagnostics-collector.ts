import type { Diagnostic } from '../diagnostics.ts';
import type { SourceSpan } from '../syntax/ast.ts';

/** Where the phases append what they find. One place is reported once per sentence. */
export class DiagnosticsCollector {
    readonly all: Diagnostic[] = [];
    readonly #seen = new Set<string>();

    error(file: string, at: SourceSpan, message: string): void {
        this.#add({ file, line: at.line, column: at.column, severity: 'error', category: 'semantic', message });
    }

    /** For what the platform accepts and this compiler does not: `construct` names it. */
    unsupported(file: string, at: SourceSpan, construct: string): void {
        const message = `Not supported by the local org: ${construct}`;
        this.#add({ file, line: at.line, column: at.column, severity: 'error', category: 'unsupported', message });
    }

    append(diagnostics: readonly Diagnostic[]): void {
        for (const diagnostic of diagnostics) this.#add(diagnostic);
    }

    #add(diagnostic: Diagnostic): void {
        const key = `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}:${diagnostic.message}`;
        if (this.#seen.has(key)) return;
        this.#seen.add(key);
        this.all.push(diagnostic);
    }
}
