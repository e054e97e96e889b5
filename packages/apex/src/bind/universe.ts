import { findPlatformType, implicitNamespaces, platformNamespaces } from '../platform/index.ts';
import type { SObjectTypeInfo } from '../runtime/sobject/sobject-type.ts';
import { completeObjectSymbol, makePlatformSymbol, objectSymbol, type PlatformSymbol } from './platform-symbols.ts';
import type { TypeSymbol } from './symbols.ts';
import {
    type ApexType,
    type ClassType,
    classType,
    errorType,
    genericRecord,
    recordType,
    typeVariable,
} from './types.ts';

/** What the compiler asks of the org's schema. */
export interface CompilerSchema {
    /** Case-insensitive; bare names are tried in `namespace` first. */
    sobject(name: string, namespace: string): SObjectTypeInfo | undefined;
    /** Checks a static query; offsets are into `text`. Bind types are by bind name (`b0`). */
    checkQuery(text: string, namespace: string, binds: ReadonlyMap<string, string>): readonly QueryFinding[];
    /** The shape of a static query: its FROM object, and whether it yields rows of it, aggregates or a count. */
    describeQuery(text: string, namespace: string): QueryDescription | undefined;
    checkSearch(text: string, namespace: string): readonly QueryFinding[];
    /** @param from namespace of the code that names it: others see what is not protected */
    hasLabel(namespace: string, name: string, from: string): boolean;
}

export interface QueryFinding {
    readonly message: string;
    readonly start: number;
    readonly category: 'semantic' | 'unsupported';
}

export interface QueryDescription {
    readonly object: SObjectTypeInfo;
    readonly kind: 'records' | 'aggregate' | 'count';
}

/** Every type that code of one namespace can name: its own, other packages' global ones, the platform's, the schema's. */
export class Universe {
    readonly namespace: string;
    readonly schema: CompilerSchema;
    /** Top-level types of the project by lower-case name. */
    readonly ownTypes = new Map<string, TypeSymbol>();
    /** Top-level types of other packages in the org, by namespace and name in lower case. */
    readonly packages = new Map<string, Map<string, TypeSymbol>>();
    readonly #platform: Map<string, TypeSymbol | null>;
    readonly #platformNamespaces = new Set(platformNamespaces().map((name) => name.toLowerCase()));

    /** @param installed universes of the other packages: types of theirs are compared with ours, so all know one platform */
    constructor(namespace: string, schema: CompilerSchema, installed: readonly Universe[] = []) {
        this.namespace = namespace;
        this.schema = schema;
        const [first] = installed;
        this.#platform = first === undefined ? new Map<string, TypeSymbol | null>() : first.#platform;
        for (const other of installed) this.packages.set(other.namespace.toLowerCase(), other.ownTypes);
        completeObjectSymbol((text, parameters) => this.parseType(text, parameters));
    }

    isNamespace(name: string): boolean {
        const lower = name.toLowerCase();
        return (
            this.#platformNamespaces.has(lower) ||
            this.packages.has(lower) ||
            (this.namespace !== '' && lower === this.namespace.toLowerCase())
        );
    }

    /** A platform type by namespace and (possibly dotted) name. */
    platformSymbol(namespace: string, name: string): TypeSymbol | undefined {
        const key = `${namespace}.${name}`.toLowerCase();
        if (key === 'system.object') return objectSymbol;
        let symbol = this.#platform.get(key);
        if (symbol === undefined) {
            const type = findPlatformType(namespace, name);
            const made: PlatformSymbol | null = type === undefined ? null : makePlatformSymbol(type);
            symbol = made;
            this.#platform.set(key, symbol);
            made?.complete?.((text, parameters) => this.parseType(text, parameters));
        }
        return symbol ?? undefined;
    }

    platformType(namespace: string, name: string, typeArguments: readonly ApexType[] = []): ClassType {
        const symbol = this.platformSymbol(namespace, name);
        if (symbol === undefined) throw new Error(`The platform tables lack ${namespace}.${name}.`);
        return classType(symbol, typeArguments);
    }

    /** A symbol as the type of its own instances. */
    typeOfSymbol(symbol: TypeSymbol): ClassType {
        return classType(symbol);
    }

    /** A top-level type by simple name, as code without qualification sees it. */
    topLevelType(name: string): ApexType | undefined {
        const lower = name.toLowerCase();
        if (lower === 'object') return classType(objectSymbol);
        if (lower === 'sobject') return genericRecord;
        const own = this.ownTypes.get(lower);
        if (own !== undefined) return classType(own);
        for (const namespace of implicitNamespaces) {
            const symbol = this.platformSymbol(namespace, name);
            if (symbol !== undefined) return classType(symbol);
        }
        const info = this.schema.sobject(name, this.namespace);
        return info === undefined ? undefined : recordType(info);
    }

    /** `namespace.Name` */
    qualifiedType(namespace: string, name: string): ApexType | undefined {
        const lower = namespace.toLowerCase();
        if (this.namespace !== '' && lower === this.namespace.toLowerCase()) {
            const own = this.ownTypes.get(name.toLowerCase());
            if (own !== undefined) return classType(own);
        }
        const foreign = this.packages.get(lower)?.get(name.toLowerCase());
        if (foreign !== undefined) return classType(foreign);
        if (lower === 'system' && name.toLowerCase() === 'sobject') return genericRecord;
        const symbol = this.platformSymbol(namespace, name);
        if (symbol !== undefined) return classType(symbol);
        if (lower === 'schema') {
            if (name.toLowerCase() === 'sobject') return genericRecord;
            const info = this.schema.sobject(name, this.namespace);
            if (info !== undefined) return recordType(info);
        }
        return undefined;
    }

    /** Reads the notation of the platform tables: `System.List<System.String>`, `T`, `Schema.Account`. */
    parseType(text: string, typeParameters: readonly string[] = []): ApexType {
        const open = text.indexOf('<');
        const name = (open < 0 ? text : text.slice(0, open)).trim();
        const typeArguments = open < 0 ? [] : splitArguments(text.slice(open + 1, -1));
        if (typeParameters.includes(name)) return typeVariable(name);
        if (name === 'void') return { kind: 'void', key: 'void' };
        if (name === 'Object') return classType(objectSymbol);
        const dot = name.indexOf('.');
        const found = dot < 0 ? this.topLevelType(name) : this.qualifiedType(name.slice(0, dot), name.slice(dot + 1));
        if (found === undefined) return errorType;
        if (found.kind !== 'class') return found;
        return classType(
            found.symbol,
            typeArguments.map((argument) => this.parseType(argument, typeParameters)),
        );
    }
}

function splitArguments(text: string): string[] {
    const parts: string[] = [];
    let depth = 0;
    let start = 0;
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '<') depth++;
        else if (text[at] === '>') depth--;
        else if (text[at] === ',' && depth === 0) {
            parts.push(text.slice(start, at));
            start = at + 1;
        }
    }
    parts.push(text.slice(start));
    return parts.map((part) => part.trim());
}
