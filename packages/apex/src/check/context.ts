import type { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { FieldSymbol, LocalVariable, TypeSymbol } from '../bind/symbols.ts';
import type { TypeScope } from '../bind/type-resolver.ts';
import type { ApexType } from '../bind/types.ts';
import type { Universe } from '../bind/universe.ts';
import type { SObjectTypeInfo } from '../runtime/sobject/sobject-type.ts';
import type { Expression, SourceSpan, Statement } from '../syntax/ast.ts';
import { setVariable } from './annotations.ts';
import { nameFault } from './declarations/identifiers.ts';
import { knownTypes, type KnownTypes } from './known-types.ts';

/** A local variable while its method is checked: also what is assigned to it, for the null analysis of the emitter. */
export interface CheckedVariable extends LocalVariable {
    readonly assigned: Expression[];
    /** Assigned from something that is no expression: a parameter, a loop, a catch. */
    readonly fromOutside: boolean;
}

export interface BodySettings {
    readonly universe: Universe;
    readonly diagnostics: DiagnosticsCollector;
    readonly file: string;
    readonly enclosing: TypeSymbol | null;
    readonly isStatic: boolean;
    readonly returnType: ApexType;
    readonly trigger: SObjectTypeInfo | null;
    /** What a `return` here leaves. */
    readonly body?: BodyKind;
    /** The statement that may be a call of `this(...)` or `super(...)`: the first one of a constructor. */
    readonly constructorCall?: Statement | null;
    readonly initializerStart?: number;
}

export type BodyKind = 'method' | 'constructor' | 'initializer' | 'trigger';

/** Everything that checking one method body needs to know about where it stands. */
export class BodyContext implements TypeScope {
    readonly universe: Universe;
    readonly diagnostics: DiagnosticsCollector;
    readonly file: string;
    readonly enclosing: TypeSymbol | null;
    readonly isStatic: boolean;
    readonly returnType: ApexType;
    readonly trigger: SObjectTypeInfo | null;
    readonly known: KnownTypes;
    readonly body: BodyKind;
    readonly constructorCall: Statement | null;
    /** While the arguments of `this(...)` and `super(...)` are checked: the object does not exist yet. */
    inConstructorCall = false;
    /** Inside an initialiser: where it starts. Fields declared from there on have no value yet. */
    readonly initializerStart: number | null;
    loopDepth = 0;
    readonly #scopes: Map<string, CheckedVariable>[] = [new Map<string, CheckedVariable>()];

    constructor(settings: BodySettings) {
        this.universe = settings.universe;
        this.diagnostics = settings.diagnostics;
        this.file = settings.file;
        this.enclosing = settings.enclosing;
        this.isStatic = settings.isStatic;
        this.returnType = settings.returnType;
        this.trigger = settings.trigger;
        this.known = knownTypes(settings.universe);
        this.body = settings.body ?? 'method';
        this.constructorCall = settings.constructorCall ?? null;
        this.initializerStart = settings.initializerStart ?? null;
    }

    get isTestCode(): boolean {
        return this.enclosing?.isTest ?? false;
    }

    error(at: SourceSpan, message: string): void {
        this.diagnostics.error(this.file, at, message);
    }

    unsupported(at: SourceSpan, construct: string): void {
        this.diagnostics.unsupported(this.file, at, construct);
    }

    inScope<T>(work: () => T): T {
        this.#scopes.push(new Map());
        try {
            return work();
        } finally {
            this.#scopes.pop();
        }
    }

    /** Apex refuses to hide a local variable by another one of the same method. */
    declare(
        name: string,
        type: ApexType,
        at: SourceSpan,
        options: { final?: boolean; parameter?: boolean; fromOutside?: boolean } = {},
    ): CheckedVariable {
        const lower = name.toLowerCase();
        if (this.lookUp(name) !== undefined) this.error(at, `Duplicate variable: ${name}`);
        // parameters are judged with the declaration that they belong to
        const fault = options.parameter ? undefined : nameFault(name, 'variable');
        if (fault !== undefined) this.error(at, fault);
        const variable: CheckedVariable = {
            kind: 'local',
            name,
            type,
            final: options.final ?? false,
            emittedName: `v_${lower}`,
            neverNull: false,
            parameter: options.parameter ?? false,
            assigned: [],
            fromOutside: options.fromOutside ?? options.parameter ?? false,
        };
        this.#scopes.at(-1)?.set(lower, variable);
        setVariable(at, variable);
        return variable;
    }

    /** Local variables, and stored fields that this code may name: what a dynamic query can bind. */
    visibleVariables(): (LocalVariable | FieldSymbol)[] {
        const found = new Map<string, LocalVariable | FieldSymbol>();
        for (const scope of this.#scopes.toReversed()) {
            for (const [name, variable] of scope) if (!found.has(name)) found.set(name, variable);
        }
        for (let owner = this.enclosing; owner !== null; owner = owner.outer) {
            for (const [name, field] of owner.fields) {
                const reachable = field.static || (owner === this.enclosing && !this.isStatic);
                if (reachable && !field.computed && !found.has(name)) found.set(name, field);
            }
        }
        return [...found.values()];
    }

    lookUp(name: string): CheckedVariable | undefined {
        const lower = name.toLowerCase();
        for (let depth = this.#scopes.length - 1; depth >= 0; depth--) {
            const variable = this.#scopes[depth]?.get(lower);
            if (variable !== undefined) return variable;
        }
        return undefined;
    }
}
