import { declareHeader, declareMember, declareMembers, declareType, separateHiddenFields } from '../bind/declare.ts';
import type { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import { breakInheritanceCycles } from '../bind/inheritance-cycles.ts';
import type { TypeSymbol } from '../bind/symbols.ts';
import { superSymbol } from '../bind/type-resolver.ts';
import type { Universe } from '../bind/universe.ts';
import type { AnonymousUnit, ClassDeclaration, SourceUnit, TriggerUnit } from '../syntax/ast.ts';

export interface ParsedUnit {
    readonly file: string;
    readonly unit: SourceUnit;
    /** The type that it declares, or the class that stands for a trigger or an anonymous block; null before that. */
    host: TypeSymbol | null;
}

/** Declares every type of a project in `universe`: names first, then headers, then members, which refer to each other freely. */
export function declareProject(
    parsed: readonly ParsedUnit[],
    universe: Universe,
    diagnostics: DiagnosticsCollector,
): void {
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
