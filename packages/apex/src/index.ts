/** The Apex compiler: source text in, diagnostics and JavaScript out. The runtime is `@sw-studio/apex/runtime`. */
export type { CompilerSchema, QueryDescription, QueryFinding } from './bind/universe.ts';
export {
    type ApexSource,
    type Compilation,
    type CompiledTrigger,
    type CompileOptions,
    compileProject,
} from './compile/compile-project.ts';
export { type AnonymousCompilation, AnonymousCompiler } from './compile/anonymous-compiler.ts';
export type { InstalledPackage } from './compile/installed-packages.ts';
export { type CachedCompileOptions, compileProjectCached } from './compile/compilation-cache.ts';
export { ProjectCheck } from './compile/project-check.ts';
export type { Diagnostic } from './diagnostics.ts';
export type { EmittedUnit } from './emit/unit.ts';
export type { LibraryIndex, LibraryKind } from './emit/unit-emitter.ts';
export type * as Syntax from './syntax/ast.ts';
export { parseApex } from './syntax/parse.ts';
