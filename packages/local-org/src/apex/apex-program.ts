import {
    AnonymousCompiler,
    type ApexSource,
    type CachedCompileOptions,
    type Compilation,
    type CompiledTrigger,
    compileProjectCached,
    type Diagnostic,
} from '@sw-studio/apex';
import {
    type ClassDescriptor,
    type ClassRegistry,
    libraryIndex,
    Program,
    type SchemaPort,
} from '@sw-studio/apex/runtime';
import type { MetadataPackage } from '../metadata/model.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { OrgCompilerSchema } from './compiler-schema.ts';

export interface ApexProgramOptions {
    /** Folder for parsed trees; null parses everything anew. */
    readonly cacheFolder: string | null;
    readonly skipErrors: boolean;
    readonly coverage: boolean;
    /** Also emit the shape that can be set aside at every waiting point. */
    readonly generators: boolean;
}

/**
 * The Apex of an org, compiled and loaded: its own code, and that of the packages that are installed beside it. Each package is
 * compiled by itself and sees what is global of those before it; at run time all are one program.
 */
export class ApexProgram {
    /** Of the org's own code. */
    readonly namespace: string;
    readonly compilation: Compilation;
    readonly schema: OrgSchema;
    private readonly program: Program;
    private readonly own: PackageCode;
    private anonymous: AnonymousCompiler | null = null;
    private static count = 0;

    /** @param source the org's own code, or packages in the order of their installation and the own code last */
    constructor(
        source: MetadataPackage | readonly MetadataPackage[],
        schema: OrgSchema,
        port: SchemaPort,
        options: ApexProgramOptions,
    ) {
        this.schema = schema;
        const packages = packageCode(Array.isArray(source) ? source : [source], schema, options);
        this.own = packages.at(-1) as PackageCode;
        this.namespace = this.own.options.namespace;
        const compilations = packages.map((each) => compileProjectCached(each.sources, each.options));
        this.compilation = merged(compilations);
        this.program = new Program(`${ApexProgram.count++}`, port);
        this.program.load(this.compilation.units);
    }

    get errors(): readonly Diagnostic[] {
        return this.compilation.diagnostics.filter(({ severity }) => severity === 'error');
    }

    get registry(): ClassRegistry {
        return this.program.registry;
    }

    get triggers(): readonly CompiledTrigger[] {
        return this.compilation.triggers;
    }

    /** The JavaScript class of an Apex class: its static methods by their mangled names. */
    implementation(type: ClassDescriptor): object {
        return this.program.implementation(type);
    }

    /** @param name as the package's own code calls it, or with a namespace: `Outer.Inner`, `ns.Foo` */
    classNamed(name: string): ClassDescriptor | undefined {
        const dot = name.indexOf('.');
        return (
            this.registry.find(this.namespace, name) ??
            (dot < 0 ? undefined : this.registry.find(name.slice(0, dot), name.slice(dot + 1)))
        );
    }

    /** Static methods of a class by their mangled names; the name as for `classNamed`. */
    statics(className: string): Readonly<Record<string, (...values: unknown[]) => unknown>> {
        const type = this.classNamed(className);
        if (type === undefined) throw new Error(`The program has no class ${className}.`);
        return this.implementation(type) as Record<string, (...values: unknown[]) => unknown>;
    }

    /** The body of a trigger, by its key. */
    triggerBody(trigger: CompiledTrigger, shape: 'plain' | 'generator'): () => unknown {
        const body = this.program.body(trigger.key, shape);
        if (body === undefined) throw new Error(`The trigger ${trigger.name} was not loaded.`);
        return body;
    }

    /** Compiles and loads an anonymous block. `body` is null where it has errors. */
    anonymousBlock(
        text: string,
        shape: 'plain' | 'generator',
    ): { readonly errors: readonly Diagnostic[]; readonly body: (() => unknown) | null } {
        this.anonymous ??= new AnonymousCompiler(this.own.sources, { ...this.own.options, coverage: false });
        const { diagnostics, unit, key } = this.anonymous.compile(text);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        if (unit === null) return { errors, body: null };
        this.program.load([unit]);
        return { errors, body: this.program.body(key, shape) ?? null };
    }

    /** Executions of the statements of a file, line by line; undefined for a file without statements. */
    coverage(file: string): ReadonlyMap<number, number> | undefined {
        const unit = this.compilation.units.find((each) => each.file === file);
        const counters = this.program.counters(file);
        if (unit === undefined || counters === undefined) return undefined;
        const lines = new Map<number, number>();
        unit.statementLines.forEach((line, index) =>
            lines.set(line, Math.max(lines.get(line) ?? 0, counters[index] ?? 0)),
        );
        return lines;
    }
}

interface PackageCode {
    readonly sources: readonly ApexSource[];
    readonly options: CachedCompileOptions;
}

function packageCode(
    packages: readonly MetadataPackage[],
    schema: OrgSchema,
    options: ApexProgramOptions,
): PackageCode[] {
    const shared = {
        ...options,
        schema: new OrgCompilerSchema(schema),
        library: libraryIndex,
        schemaFingerprint: schema.fingerprint,
        manyNamespaces: packages.length > 1,
    };
    const installed: { readonly namespace: string; readonly sources: readonly ApexSource[] }[] = [];
    return packages.map((source, index) => {
        const { namespace } = source;
        // two packages may have files of one name
        const folder = index < packages.length - 1 ? `${namespace}/` : '';
        const sources = [...source.classes, ...source.triggers].map(({ file, body }) => ({
            file: folder + file,
            text: body,
        }));
        const code = { sources, options: { ...shared, namespace, installed: [...installed] } };
        installed.push({ namespace, sources });
        return code;
    });
}

function merged(compilations: readonly Compilation[]): Compilation {
    const [only, ...more] = compilations;
    if (only !== undefined && more.length === 0) return only;
    return {
        diagnostics: compilations.flatMap(({ diagnostics }) => diagnostics),
        units: compilations.flatMap(({ units }) => units),
        triggers: compilations.flatMap(({ triggers }) => triggers),
        anonymous: compilations.flatMap(({ anonymous }) => anonymous),
        skippedFiles: compilations.flatMap(({ skippedFiles }) => skippedFiles),
    };
}
