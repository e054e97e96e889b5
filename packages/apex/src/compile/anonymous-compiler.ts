import { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { Universe } from '../bind/universe.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { emitStatementUnit, type EmittedUnit } from '../emit/unit.ts';
import { parseApex } from '../syntax/parse.ts';
import { type ApexSource, checkUnit, type CompileOptions, universeOf } from './compile-project.ts';
import { declareProject, type ParsedUnit } from './declare-project.ts';
import { parseSource } from './parse-source.ts';

export interface AnonymousCompilation {
    readonly diagnostics: readonly Diagnostic[];
    /** null where there are errors. */
    readonly unit: EmittedUnit | null;
    /** Of the block in the loaded program. */
    readonly key: string;
}

/** Compiles anonymous blocks against a project that stays as it is: the project is read once, for what it declares. */
export class AnonymousCompiler {
    private readonly universe: Universe;
    private readonly options: CompileOptions;
    private count = 0;

    constructor(sources: readonly ApexSource[], options: CompileOptions) {
        this.options = options;
        this.universe = universeOf(options);
        const ignored = new DiagnosticsCollector();
        const parsed = sources.flatMap((source) => parseSource(source, options.cacheFolder, ignored));
        declareProject(parsed, this.universe, ignored);
    }

    compile(text: string): AnonymousCompilation {
        const file = `anonymous-${this.count++}.apex`;
        const diagnostics = new DiagnosticsCollector();
        const { unit, diagnostics: found } = parseApex(file, text);
        diagnostics.append(found);
        if (unit?.kind !== 'AnonymousUnit' || hasErrors(diagnostics)) return failed(diagnostics);
        const parsed: ParsedUnit = { file, unit, host: null };
        declareProject([parsed], this.universe, diagnostics);
        checkUnit(parsed, this.universe, diagnostics);
        if (parsed.host === null || hasErrors(diagnostics)) return failed(diagnostics);
        const emitted = emitStatementUnit(unit, parsed.host, this.universe, diagnostics, this.options);
        if (hasErrors(diagnostics)) return failed(diagnostics);
        return { diagnostics: diagnostics.all, unit: emitted, key: parsed.host.key };
    }
}

function hasErrors({ all }: DiagnosticsCollector): boolean {
    return all.some(({ severity }) => severity === 'error');
}

function failed({ all }: DiagnosticsCollector): AnonymousCompilation {
    return { diagnostics: all, unit: null, key: '' };
}
