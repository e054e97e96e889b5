import { checkTypeBodies, checkUnitBody } from '../check/bodies.ts';
import { checkTypeDeclarations } from '../check/declarations/declarations.ts';
import { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { TypeSymbol } from '../bind/symbols.ts';
import { type CompilerSchema, Universe } from '../bind/universe.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { emitClassUnit, emitStatementUnit, type EmittedUnit } from '../emit/unit.ts';
import type { EmitOptions } from '../emit/unit-emitter.ts';
import type { TriggerUnit } from '../syntax/ast.ts';
import { declareProject, type ParsedUnit } from './declare-project.ts';
import { declareInstalled, type InstalledPackage } from './installed-packages.ts';
import { parseSource } from './parse-source.ts';

export interface ApexSource {
    /** Ends in `.cls`, `.trigger` or `.apex`; unique within the project. */
    readonly file: string;
    readonly text: string;
}

export interface CompileOptions extends EmitOptions {
    readonly namespace: string;
    readonly schema: CompilerSchema;
    /** Folder for parsed trees; null parses everything anew. */
    readonly cacheFolder: string | null;
    /** Leave out files with errors, and what depends on them, instead of failing as a whole. */
    readonly skipErrors: boolean;
    /** Packages whose global types the project may use, in the order of their installation. */
    readonly installed?: readonly InstalledPackage[];
}

export interface CompiledTrigger {
    readonly name: string;
    readonly object: string;
    readonly events: TriggerUnit['events'];
    readonly key: string;
    readonly file: string;
    /** Of the package that it belongs to; '' for none. */
    readonly namespace: string;
}

export interface Compilation {
    readonly diagnostics: readonly Diagnostic[];
    readonly units: readonly EmittedUnit[];
    readonly triggers: readonly CompiledTrigger[];
    /** Keys of the hosts of anonymous blocks. */
    readonly anonymous: readonly string[];
    /** Files that were left out because they, or what they need, do not compile. */
    readonly skippedFiles: readonly string[];
}

/**
 * Compiles a project: parse, declare, resolve, check, emit. Nothing is emitted for a project with errors, except with
 * `skipErrors`; then a file that refers to a skipped one has an error of its own in the next round, until the rest is clean.
 */
export function compileProject(sources: readonly ApexSource[], options: CompileOptions): Compilation {
    const first = compileOnce(sources, options);
    if (!options.skipErrors || first.skippedFiles.length === 0) return first;
    const diagnostics = [...first.diagnostics];
    const skipped = new Set(first.skippedFiles);
    let latest = first;
    while (latest.skippedFiles.length > 0) {
        latest = compileOnce(
            sources.filter((source) => !skipped.has(source.file)),
            options,
        );
        diagnostics.push(...latest.diagnostics);
        for (const file of latest.skippedFiles) skipped.add(file);
    }
    return { ...latest, diagnostics, skippedFiles: [...skipped] };
}

function compileOnce(sources: readonly ApexSource[], options: CompileOptions): Compilation {
    const diagnostics = new DiagnosticsCollector();
    const universe = universeOf(options);
    const parsed = sources.flatMap((source) => parseSource(source, options.cacheFolder, diagnostics));
    declareProject(parsed, universe, diagnostics);
    for (const each of parsed) checkUnit(each, universe, diagnostics);
    const hasErrors = (): boolean => diagnostics.all.some((diagnostic) => diagnostic.severity === 'error');
    const units = hasErrors() ? [] : emitAll(parsed, universe, diagnostics, options);
    const failed = new Set(diagnostics.all.filter((each) => each.severity === 'error').map((each) => each.file));
    return {
        diagnostics: diagnostics.all,
        units: hasErrors() ? [] : units,
        triggers: parsed.flatMap(({ unit, host, file }) =>
            unit.kind === 'TriggerUnit' && host !== null ? [describeTrigger(unit, host, file)] : [],
        ),
        anonymous: parsed.flatMap(({ unit, host }) =>
            unit.kind === 'AnonymousUnit' && host !== null ? [host.key] : [],
        ),
        skippedFiles: [...failed],
    };
}

/** What the code of a project can name: its own types come later, with `declareProject`. */
export function universeOf({ namespace, schema, installed = [], cacheFolder }: CompileOptions): Universe {
    return new Universe(namespace, schema, declareInstalled(installed, schema, cacheFolder));
}

export function checkUnit({ unit, host }: ParsedUnit, universe: Universe, diagnostics: DiagnosticsCollector): void {
    if (host === null) return;
    if (unit.kind !== 'ClassUnit') {
        checkUnitBody(unit, host, universe, diagnostics);
        return;
    }
    checkTypeDeclarations(host, universe, diagnostics);
    checkTypeBodies(host, universe, diagnostics);
}

function describeTrigger(unit: TriggerUnit, host: TypeSymbol, file: string): CompiledTrigger {
    const { key, namespace } = host;
    return { name: unit.name.text, object: unit.object.text, events: unit.events, key, file, namespace };
}

function emitAll(
    parsed: readonly ParsedUnit[],
    universe: Universe,
    diagnostics: DiagnosticsCollector,
    options: CompileOptions,
): EmittedUnit[] {
    return parsed.flatMap(({ unit, host }) => {
        if (host === null) return [];
        return unit.kind === 'ClassUnit'
            ? [emitClassUnit(host, universe, diagnostics, options)]
            : [emitStatementUnit(unit, host, universe, diagnostics, options)];
    });
}
