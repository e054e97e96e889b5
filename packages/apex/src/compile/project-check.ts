import { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import { type CompilerSchema, Universe } from '../bind/universe.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { SourceUnit } from '../syntax/ast.ts';
import { parseApex } from '../syntax/parse.ts';
import { type ApexSource, checkUnit } from './compile-project.ts';
import { declareProject } from './declare-project.ts';

/**
 * Checks changes to single files of a project that stays as it is otherwise: what an editor wants, many times a second.
 * The other files are parsed once and only read for what they declare; nothing is emitted.
 */
export class ProjectCheck {
    private readonly namespace: string;
    private readonly schema: CompilerSchema;
    private readonly trees = new Map<string, SourceUnit>();

    constructor(sources: readonly ApexSource[], options: { namespace: string; schema: CompilerSchema }) {
        this.namespace = options.namespace;
        this.schema = options.schema;
        for (const { file, text } of sources) {
            const { unit } = parseApex(file, text);
            if (unit !== null) this.trees.set(file, unit);
        }
    }

    /** What is wrong in `changed`, each of which takes the place of the project's file of that name or is added to it. */
    check(changed: readonly ApexSource[]): readonly Diagnostic[] {
        const diagnostics = new DiagnosticsCollector();
        const universe = new Universe(this.namespace, this.schema);
        const files = new Set(changed.map(({ file }) => file));
        const units = new Map([...this.trees].filter(([file]) => !files.has(file)));
        for (const { file, text } of changed) {
            const { unit, diagnostics: found } = parseApex(file, text);
            diagnostics.append(found);
            if (unit !== null) units.set(file, unit);
        }
        const parsed = [...units].map(([file, unit]) => ({ file, unit, host: null }));
        declareProject(parsed, universe, diagnostics);
        for (const each of parsed) {
            if (files.has(each.file)) checkUnit(each, universe, diagnostics);
        }
        return diagnostics.all.filter(({ file }) => files.has(file));
    }
}
