import { checkTypeBodies, checkUnitBody } from '../check/bodies.ts';
import { checkTypeDeclarations } from '../check/declarations/declarations.ts';
import { declareHeader, declareMember, declareMembers, declareType, separateHiddenFields } from '../bind/declare.ts';
import { breakInheritanceCycles } from '../bind/inheritance-cycles.ts';
import { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { TypeSymbol } from '../bind/symbols.ts';
import { superSymbol } from '../bind/type-resolver.ts';
import { type CompilerSchema, Universe } from '../bind/universe.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { emitClassUnit, emitStatementUnit, type EmittedUnit } from '../emit/unit.ts';
import type { EmitOptions } from '../emit/unit-emitter.ts';
import type { AnonymousUnit, ClassDeclaration, SourceUnit, TriggerUnit } from '../syntax/ast.ts';
import { parseApex } from '../syntax/parse.ts';
import { parseApexCached } from '../syntax/tree-cache.ts';

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
}

export interface CompiledTrigger {
    readonly name: string;
    readonly object: string;
    readonly events: TriggerUnit['events'];
    readonly key: string;
    readonly file: string;
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

interface ParsedUnit {
    readonly file: string;
    readonly unit: SourceUnit;
    host: TypeSymbol | null;
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
    const universe = new Universe(options.namespace, options.schema);
    const parsed = sources.flatMap((source) => parseSource(source, options, diagnostics));
    declareAll(parsed, universe, diagnostics);
    for (const { unit, host } of parsed) {
        if (host === null) continue;
        if (unit.kind === 'ClassUnit') {
            checkTypeDeclarations(host, universe, diagnostics);
            checkTypeBodies(host, universe, diagnostics);
        } else checkUnitBody(unit, host, universe, diagnostics);
    }
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

function parseSource(source: ApexSource, options: CompileOptions, diagnostics: DiagnosticsCollector): ParsedUnit[] {
    const result =
        options.cacheFolder === null
            ? parseApex(source.file, source.text)
            : parseApexCached(source.file, source.text, options.cacheFolder);
    diagnostics.append(result.diagnostics);
    return result.unit === null ? [] : [{ file: source.file, unit: result.unit, host: null }];
}

function declareAll(parsed: readonly ParsedUnit[], universe: Universe, diagnostics: DiagnosticsCollector): void {
    for (const each of parsed) {
        if (each.unit.kind === 'ClassUnit') {
            const { declaration } = each.unit;
            each.host = declareType(declaration, each.file, null, universe);
            const lower = each.host.name.toLowerCase();
            if (universe.ownTypes.has(lower))
                diagnostics.error(each.file, declaration.name, `Type name already in use: ${each.host.name}`);
            else universe.ownTypes.set(lower, each.host);
        } else {
            each.host = declareHost(each.unit, each.file, universe);
        }
    }
    const hosts = parsed.flatMap(({ host }) => (host === null ? [] : [host]));
    for (const host of hosts) declareHeader(host, universe, diagnostics);
    breakInheritanceCycles(hosts, diagnostics);
    for (const { unit, host, file } of parsed) {
        if (host === null) continue;
        if (unit.kind === 'ClassUnit') declareMembers(host, universe, diagnostics);
        else {
            const scope = { universe, diagnostics, file, enclosing: host };
            for (const member of unit.members) declareMember(host, member, scope);
            for (const inner of host.innerTypes.values()) declareMembers(inner, universe, diagnostics);
        }
    }
    separateFields(hosts);
}

function separateFields(hosts: readonly TypeSymbol[]): void {
    const done = new Set<TypeSymbol>();
    const visit = (symbol: TypeSymbol): void => {
        if (done.has(symbol)) return;
        done.add(symbol);
        const above = superSymbol(symbol);
        if (above !== null && above.origin === 'source') visit(above);
        separateHiddenFields(symbol);
        for (const inner of symbol.innerTypes.values()) visit(inner);
    };
    hosts.forEach(visit);
}

/** The class that stands for a trigger or an anonymous block; its members are static or treated as such. */
function declareHost(unit: TriggerUnit | AnonymousUnit, file: string, universe: Universe): TypeSymbol {
    const isTrigger = unit.kind === 'TriggerUnit';
    const name = isTrigger
        ? unit.name
        : { kind: 'Identifier' as const, text: 'anonymous_block', line: 1, column: 1, start: 0, end: 0 };
    const declaration: ClassDeclaration = {
        ...unit,
        kind: 'ClassDeclaration',
        name,
        modifiers: { keywords: ['public'], annotations: [], span: unit },
        superclass: null,
        interfaces: [],
        members: unit.members.map(asStatic),
    };
    unit.members = declaration.members;
    const symbol = declareType(declaration, file, null, universe);
    return { ...symbol, key: `${symbol.key}#${isTrigger ? 'trigger' : 'anonymous'}` };
}

/** Members of triggers and anonymous blocks belong to no object. */
function asStatic<T extends ClassDeclaration['members'][number]>(member: T): T {
    if (
        member.kind !== 'MethodDeclaration' &&
        member.kind !== 'FieldDeclaration' &&
        member.kind !== 'PropertyDeclaration'
    )
        return member;
    const { modifiers } = member;
    if (modifiers.keywords.includes('static')) return member;
    return { ...member, modifiers: { ...modifiers, keywords: [...modifiers.keywords, 'static'] } };
}

function describeTrigger(unit: TriggerUnit, host: TypeSymbol, file: string): CompiledTrigger {
    return { name: unit.name.text, object: unit.object.text, events: unit.events, key: host.key, file };
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
