import type { FieldSymbol, MethodSymbol, TypeSymbol } from '../bind/symbols.ts';
import type { ApexType } from '../bind/types.ts';
import type { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { Universe } from '../bind/universe.ts';
import type { SObjectTypeInfo } from '../runtime/sobject/sobject-type.ts';
import type { SourceSpan } from '../syntax/ast.ts';
import { CodeWriter } from './code-writer.ts';

/** Which functions of the standard library exist, and which of them may wait: all the emitter knows of the runtime. */
export interface LibraryIndex {
    find(type: string, kind: LibraryKind, signature: string): { readonly blocking: boolean } | undefined;
}

export type LibraryKind = 'constructors' | 'statics' | 'methods' | 'staticFields' | 'fields';

/** `plain` runs straight through; `generator` can be set aside at every waiting point. */
export type Shape = 'plain' | 'generator';

export interface EmitOptions {
    readonly library: LibraryIndex;
    readonly coverage: boolean;
    /** Whether each method is also emitted in the generator shape. */
    readonly generators: boolean;
    /** Whether code of several namespaces runs together: then methods say whose they are while they run. Default: one. */
    readonly manyNamespaces?: boolean;
}

/**
 * The state of emitting one compilation unit. What emitted code refers to (library functions, types, classes, schema
 * objects) is named once at the top of the unit: `hoist` returns the name.
 */
export class UnitEmitter {
    readonly universe: Universe;
    readonly diagnostics: DiagnosticsCollector;
    readonly options: EmitOptions;
    readonly file: string;
    readonly writer = new CodeWriter();
    /** `const k1 = ...;`: evaluated when the unit is loaded. */
    readonly #constants: string[];
    /** `let c1;` and, once every unit is loaded, `c1 = ...;` */
    readonly #links: { name: string; value: string }[] = [];
    readonly #names = new Map<string, string>();
    shape: Shape = 'plain';
    type: TypeSymbol | null = null;
    isStatic = false;
    /** `return;` in a constructor still answers the new object. */
    inConstructor = false;
    /** The property whose accessor is being emitted: inside it the name means the stored value. */
    accessor: FieldSymbol | null = null;
    #temporaries: string[] = [];
    #temporaryCount = 0;
    /** Lines of statements, for coverage: index is the counter. */
    readonly statementLines: number[] = [];

    constructor(file: string, universe: Universe, diagnostics: DiagnosticsCollector, options: EmitOptions) {
        this.file = file;
        this.universe = universe;
        this.diagnostics = diagnostics;
        this.options = options;
        this.#constants = this.writer.placeholder();
    }

    hoist(prefix: string, value: string): string {
        let name = this.#names.get(value);
        if (name === undefined) {
            name = `${prefix}${this.#names.size}`;
            this.#names.set(value, name);
            this.#constants.push(`const ${name} = ${value};`);
        }
        return name;
    }

    /** For what exists only after all units are loaded. */
    hoistLinked(prefix: string, value: string): string {
        let name = this.#names.get(value);
        if (name === undefined) {
            name = `${prefix}${this.#names.size}`;
            this.#names.set(value, name);
            this.#constants.push(`let ${name};`);
            this.#links.push({ name, value });
        }
        return name;
    }

    get links(): readonly { name: string; value: string }[] {
        return this.#links;
    }

    /** A variable of the function that is being emitted. */
    temporary(): string {
        const name = `t${this.#temporaryCount++}`;
        this.#temporaries.push(name);
        return name;
    }

    /** Emits a function body; the temporaries it uses are declared at its start. */
    functionBody(work: () => void): void {
        const outer = this.#temporaries;
        const outerCount = this.#temporaryCount;
        this.#temporaries = [];
        this.#temporaryCount = 0;
        const declarations = this.writer.placeholder();
        work();
        if (this.#temporaries.length > 0) declarations.push(`let ${this.#temporaries.join(', ')};`);
        this.#temporaries = outer;
        this.#temporaryCount = outerCount;
    }

    /** The name of a library function; reports it as unsupported where the runtime has none. */
    library(
        kind: LibraryKind,
        typeName: string,
        signature: string,
        at: SourceSpan,
    ): { name: string; blocking: boolean } {
        const found = this.options.library.find(typeName, kind, signature);
        if (found === undefined) {
            this.diagnostics.unsupported(this.file, at, `${typeName.replace(/^System\./, '')}.${signature}`);
            return { name: 'undefined', blocking: false };
        }
        const blocking = found.blocking && this.shape === 'generator';
        const getter = blocking ? 'libraryGenerator' : 'library';
        return {
            name: this.hoist('k', `$.${getter}(${JSON.stringify(typeName)}, '${kind}', ${JSON.stringify(signature)})`),
            blocking,
        };
    }

    classReference(symbol: TypeSymbol): string {
        return this.hoistLinked('c', `$.classOf(${JSON.stringify(symbol.key)})`);
    }

    sobjectReference(info: SObjectTypeInfo): string {
        return this.hoistLinked('o', `$.sobject(${JSON.stringify(info.name)})`);
    }

    /** The run-time form of a static type. */
    typeReference(type: ApexType): string {
        switch (type.kind) {
            case 'record':
                return this.hoistLinked('y', `$.recordType(${JSON.stringify(type.info?.name ?? 'SObject')})`);
            case 'class': {
                const { symbol } = type;
                const [first, second] = type.arguments.map((argument) => this.typeReference(argument));
                if (symbol.origin === 'source')
                    return this.hoistLinked('y', `$.classType(${JSON.stringify(symbol.key)})`);
                if (symbol.key === 'system.list') return this.hoistLinked('y', `$.listType(${first})`);
                if (symbol.key === 'system.set') return this.hoistLinked('y', `$.setType(${first})`);
                if (symbol.key === 'system.map') return this.hoistLinked('y', `$.mapType(${first}, ${second})`);
                const typeArguments = type.arguments.map((argument) => this.typeReference(argument)).join(', ');
                return this.hoistLinked(
                    'y',
                    `$.platformType(${JSON.stringify(platformName(symbol))}, [${typeArguments}])`,
                );
            }
            default:
                return this.hoistLinked('y', `$.platformType('System.Object', [])`);
        }
    }

    /** A call of emitted code in the current shape. */
    call(code: string): string {
        return this.shape === 'generator' ? `(yield* ${code})` : code;
    }

    /** The property name of a method in the current shape. */
    key(method: MethodSymbol): string {
        const key = emittedKey(method);
        return this.shape === 'generator' ? `${key}$$` : key;
    }
}

/** A private method is not overridden by one of the same name in a subclass, so it gets a name of its own class. */
export function emittedKey(method: MethodSymbol): string {
    const isPrivate = method.visibility === 'private' && !method.static && !method.isVirtual && !method.isOverride;
    return isPrivate && method.name !== 'new' && method.owner.isVirtual
        ? `${method.key}$of_${method.owner.name.toLowerCase()}`
        : method.key;
}

export function platformName(symbol: TypeSymbol): string {
    return symbol.displayName.startsWith(`${symbol.namespace}.`)
        ? symbol.displayName
        : `${symbol.namespace}.${symbol.displayName}`;
}
