import type { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { TypeSymbol } from '../bind/symbols.ts';
import type { Universe } from '../bind/universe.ts';
import type { AnonymousUnit, TriggerUnit } from '../syntax/ast.ts';
import { emitType } from './classes.ts';
import type { LineTable } from './code-writer.ts';
import { emitStatements } from './statements.ts';
import { type EmitOptions, UnitEmitter } from './unit-emitter.ts';

/** One compilation unit as a script: an expression whose value is `($) => link`. */
export interface EmittedUnit {
    readonly file: string;
    readonly code: string;
    /** V8's own, of exactly this code; absent where it was just emitted. */
    readonly codeCache?: Uint8Array;
    readonly lines: LineTable;
    /** Counter index -> Apex line; empty without coverage. */
    readonly statementLines: readonly number[];
    /** Keys of classes in other units that must be loaded before this one: its superclasses. */
    readonly superclasses: readonly string[];
    /** Keys of the types it declares. */
    readonly declares: readonly string[];
    readonly isTest: boolean;
}

export function emitClassUnit(
    symbol: TypeSymbol,
    universe: Universe,
    diagnostics: DiagnosticsCollector,
    options: EmitOptions,
): EmittedUnit {
    const emitter = new UnitEmitter(symbol.file, universe, diagnostics, options);
    emitType(symbol, emitter);
    return finish(emitter, [symbol]);
}

/** A trigger or anonymous block: its statements are the static method `$run` of a class of its own. */
export function emitStatementUnit(
    unit: TriggerUnit | AnonymousUnit,
    host: TypeSymbol,
    universe: Universe,
    diagnostics: DiagnosticsCollector,
    options: EmitOptions,
): EmittedUnit {
    const emitter = new UnitEmitter(host.file, universe, diagnostics, options);
    emitType(host, emitter);
    emitter.type = host;
    emitter.isStatic = true;
    const owner = unit.kind === 'TriggerUnit' ? `Trigger.${host.name}` : 'AnonymousBlock';
    for (const shape of options.generators ? (['plain', 'generator'] as const) : (['plain'] as const)) {
        emitter.shape = shape;
        const [star, suffix] = shape === 'generator' ? ['*', '$$'] : ['', ''];
        emitter.writer.inMethod(owner, '', () => {
            emitter.writer.line(`$.defineBody(${JSON.stringify(host.key)}, '$run${suffix}', function${star} () {`);
            emitter.functionBody(() => emitStatements(unit.statements, emitter));
            emitter.writer.line('});');
        });
    }
    emitter.shape = 'plain';
    return finish(emitter, [host]);
}

function finish(emitter: UnitEmitter, symbols: readonly TypeSymbol[]): EmittedUnit {
    const { code, table } = emitter.writer.finish();
    const coverage = emitter.options.coverage ? `const $h = $.coverageCounters(${JSON.stringify(emitter.file)});` : '';
    const links = emitter.links.map(({ name, value }) => `${name} = ${value};`).join(' ');
    const declared = symbols.flatMap(withInnerTypes);
    return {
        file: emitter.file,
        // everything before the first placeholder stands on one line, so that the line table is off by exactly one
        code: `(($) => { "use strict"; const $c = $.current, $m = $.meter; ${coverage}\n${code}\nreturn () => { ${links} };\n})`,
        lines: table,
        statementLines: emitter.statementLines,
        superclasses: declared.flatMap((symbol) => foreignSuperclass(symbol)),
        declares: declared.map((symbol) => symbol.key),
        isTest: symbols.some((symbol) => symbol.isTest),
    };
}

function withInnerTypes(symbol: TypeSymbol): TypeSymbol[] {
    return [symbol, ...[...symbol.innerTypes.values()].flatMap(withInnerTypes)];
}

function foreignSuperclass(symbol: TypeSymbol): string[] {
    const above = symbol.superclass?.kind === 'class' ? symbol.superclass.symbol : null;
    return above !== null && above.origin === 'source' && above.file !== symbol.file ? [above.key] : [];
}
