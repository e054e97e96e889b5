import vm from 'node:vm';
import { ApexType } from '../apex-type.ts';
import { builtInType } from '../built-in-type.ts';
import { ClassRegistry, libraryType } from '../class-registry.ts';
import { ApexList } from '../collections/list.ts';
import { ApexMap } from '../collections/map.ts';
import { ApexSet } from '../collections/set.ts';
import { castTo, instanceOf } from '../casts.ts';
import { current } from '../context.ts';
import type { ApexEnumConstant } from '../enums.ts';
import { enumConstant, enumConstants } from '../enums.ts';
import { exactEquals } from '../equality.ts';
import {
    type ApexException,
    exceptionClass,
    isUncatchable,
    registerScript,
    throwApex,
    translateThrown,
    unregisterScript,
} from '../exceptions.ts';
import { findField, findLibraryFunction, findStaticField } from '../library/index.ts';
import { drive, isBlocking, type LibraryFunction } from '../library.ts';
import { meter, throwCpuExhausted } from '../meter.ts';
import { ApexObject } from '../object.ts';
import type { SchemaPort, Waiting } from '../ports.ts';
import { fieldToken } from '../schema/sobject-field.ts';
import { SObjectTypeToken } from '../schema/sobject-type-token.ts';
import type { SObjectTypeInfo } from '../sobject/sobject-type.ts';
import { anyType, listType, mapType, setType, sobjectType } from '../types-registry.ts';
import type { ClassDescriptor, RuntimeType } from '../types.ts';
import { arithmetic } from './arithmetic.ts';
import { type DescriptorSpecification, ProgramClass } from './program-class.ts';
import { database } from './database.ts';
import { callPlainOrWaiting, loop, loop$$ } from './loops.ts';
import { records } from './records.ts';

/** A script of the emitter, as the loader needs it. */
export interface LoadableUnit {
    readonly file: string;
    readonly code: string;
    /** What V8 made of the code before; it is compiled anew where that is of no use any more. */
    readonly codeCache?: Uint8Array;
    readonly lines: {
        readonly lines: Int32Array;
        readonly columns: Int32Array;
        readonly methodOfLine: Int32Array;
        readonly methods: readonly { readonly type: string; readonly method: string }[];
    };
    readonly statementLines: readonly number[];
    readonly superclasses: readonly string[];
    readonly declares: readonly string[];
}

/** Emitted scripts begin with a line of their own before the first line of the table. */
const LINES_BEFORE_TABLE = 1;

/**
 * The loaded classes of one org. Emitted code reaches everything through the object `$` that `runtimeOf` builds: no
 * other name of the runtime is visible to it.
 */
export class Program {
    readonly registry = new ClassRegistry();
    readonly #schema: SchemaPort;
    readonly #classes = new Map<string, ProgramClass>();
    readonly #bodies = new Map<string, () => unknown>();
    readonly #counters = new Map<string, Int32Array>();
    readonly #indexes = new Map<string, number>();
    readonly #scripts: string[] = [];
    readonly #name: string;

    /** @param name makes the scripts' names in JavaScript stacks unique to this program */
    constructor(name: string, schema: SchemaPort) {
        this.#name = name;
        this.#schema = schema;
    }

    /** Loads units in order of inheritance, then links them. */
    load(units: readonly LoadableUnit[]): void {
        const runtime = this.#runtime();
        const links = inOrderOfInheritance(units).map((unit) => this.#run(unit, runtime));
        for (const link of links) link();
        for (const unit of units) for (const key of unit.declares) this.#class(key).link();
        for (const unit of units) for (const key of unit.declares) this.registry.register(this.#class(key).descriptor);
    }

    /** Forgets the scripts' line tables. */
    unload(): void {
        for (const file of this.#scripts) unregisterScript(file);
    }

    /** The JavaScript class of an Apex class: its static methods by their mangled names. */
    implementation(type: ClassDescriptor): object {
        const found = [...this.#classes.values()].find((each) => each.descriptor === type)?.implementation;
        if (found == null) throw new Error(`The program has no class ${type.name}.`);
        return found;
    }

    /** The statements of a trigger or anonymous block, by the key of its host. */
    body(key: string, shape: 'plain' | 'generator'): (() => unknown) | undefined {
        return this.#bodies.get(`${key} ${shape === 'plain' ? '$run' : '$run$$'}`);
    }

    /** Executions per statement counter of a file; undefined without coverage. */
    counters(file: string): Int32Array | undefined {
        return this.#counters.get(file);
    }

    resetCounters(): void {
        for (const counters of this.#counters.values()) counters.fill(0);
    }

    #run(unit: LoadableUnit, runtime: object): () => void {
        const filename = `apex:${this.#name}/${unit.file}`;
        this.#counters.set(unit.file, new Int32Array(unit.statementLines.length));
        const script = new vm.Script(unit.code, { filename, ...(unit.codeCache && { cachedData: unit.codeCache }) });
        registerScript(filename, (jsLine) => frameOf(unit, jsLine));
        this.#scripts.push(filename);
        const define = script.runInThisContext() as ($: object) => () => void;
        return define(runtime);
    }

    #class(key: string): ProgramClass {
        const found = this.#classes.get(key);
        if (found === undefined) throw new Error(`The program has no class ${key}.`);
        return found;
    }

    #runtime(): object {
        return {
            current,
            meter,
            exhausted: throwCpuExhausted,
            ApexObject,
            exceptionClass,
            ...arithmetic,
            ...database,
            ...records,
            ...collections,
            loop,
            loop$$,
            answer: callPlainOrWaiting,
            castTo,
            instanceOf,
            exactEquals,
            isUncatchable: (thrown: unknown): boolean => thrown !== null && isUncatchable(thrown),
            caught: translateThrown,
            thrown: (exception: ApexException | null): ApexException => (exception ?? nullThrown()).captureTrace(),

            *settled<T>(value: T): Generator<Waiting, T, void> {
                return value;
            },
            library: plainLibrary,
            libraryGenerator,
            typeToken: (type: RuntimeType) => ApexType.of(type),

            classIndex: (key: string) => this.#index(key),
            define: (key: string, implementation: object) => this.#define(key, implementation),
            describe: (key: string, specification: DescriptorSpecification) => this.#describe(key, specification),
            defineBody: (key: string, name: string, body: () => unknown) =>
                void this.#bodies.set(`${key} ${name}`, body),
            classOf: (key: string) => this.#class(key).implementation,
            classType: (key: string): ClassDescriptor => this.#class(key).descriptor,
            recordType: (name: string) => sobjectType(name),
            listType,
            setType,
            mapType,
            platformType,
            sobject: (name: string) => this.#sobject(name),
            objectToken: (name: string) => SObjectTypeToken.of(this.#sobject(name)),
            fieldToken: (objectName: string, fieldName: string) => {
                const field = this.#sobject(objectName).field(fieldName);
                if (field === undefined) throw new Error(`The schema has no ${objectName}.${fieldName}.`);
                return fieldToken(field);
            },
            enumConstant: (key: string, ordinal: number) => this.#class(key).constants[ordinal],
            enum_values: (key: string) => new ApexList(this.#class(key).descriptor, [...this.#class(key).constants]),
            enum_valueof: (key: string, name: string | null) =>
                constantNamed(this.#class(key).constants, name, this.#class(key).descriptor.name),
            platformEnumConstant: (type: string, name: string) => enumConstant(type, name),
            platformEnum_values: (type: string) => new ApexList(platformType(type, []), [...enumConstants(type)]),
            platformEnum_valueof: (type: string, name: string | null) => constantNamed(enumConstants(type), name, type),
            coverageCounters: (file: string) => this.#counters.get(file),
        };
    }

    #index(key: string): number {
        const index = this.#indexes.get(key) ?? this.#indexes.size;
        this.#indexes.set(key, index);
        return index;
    }

    #define(key: string, implementation: object): void {
        this.#classes.set(key, new ProgramClass(implementation));
    }

    #describe(key: string, specification: DescriptorSpecification): void {
        const known = this.#classes.get(key) ?? new ProgramClass(null);
        known.describe(specification);
        this.#classes.set(key, known);
    }

    #sobject(name: string): SObjectTypeInfo {
        const info = this.#schema.sobject(name, '');
        if (info === undefined) throw new Error(`The schema has no object ${name}.`);
        return info;
    }
}

const collections = {
    newList: (type: RuntimeType, items: unknown[]) => new ApexList(type, items),
    newListOfLength: (type: RuntimeType, length: number) => ApexList.ofLength(type, length),
    newSet: (type: RuntimeType, items: unknown[]) => ApexSet.of(type, items),
    newMap(keyType: RuntimeType, valueType: RuntimeType, pairs: unknown[]): ApexMap {
        const map = new ApexMap(keyType, valueType);
        for (let index = 0; index < pairs.length; index += 2) map.put(pairs[index], pairs[index + 1]);
        return map;
    },
};

function nullThrown(): ApexException {
    return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
}

function platformType(name: string, typeArguments: readonly RuntimeType[]): RuntimeType {
    if (name === 'System.Object') return anyType;
    const found = libraryType(null, name);
    const type = found === null || typeArguments.length === 0 ? found : builtInType(found.name, typeArguments);
    if (type === null) throw new Error(`The runtime has no type ${name}.`);
    return type;
}

function constantNamed(constants: readonly unknown[], name: string | null, type: string): unknown {
    const found = constants.find(
        (constant) => (constant as ApexEnumConstant).name.toLowerCase() === name?.toLowerCase(),
    );
    return found ?? throwApex('System.NoSuchElementException', `No enum constant ${type}.${name ?? 'null'}`);
}

function plainLibrary(type: string, kind: string, signature: string): unknown {
    const found = libraryMember(type, kind, signature);
    if (typeof found !== 'function' || !isBlocking(found as LibraryFunction)) return found;
    const waiting = found as (...values: unknown[]) => Generator<Waiting, unknown, void>;
    return (...values: unknown[]) => drive(waiting(...values));
}

function libraryGenerator(type: string, kind: string, signature: string): unknown {
    return libraryMember(type, kind, signature);
}

function libraryMember(type: string, kind: string, signature: string): unknown {
    switch (kind) {
        case 'staticFields':
            return findStaticField(type, signature);
        case 'fields':
            return findField(type, signature);
        default:
            return findLibraryFunction(type, kind as 'statics', signature);
    }
}

function frameOf(
    unit: LoadableUnit,
    jsLine: number,
): { type: string; method: string | null; line: number; column: number } | null {
    const index = jsLine - 1 - LINES_BEFORE_TABLE;
    const line = unit.lines.lines[index] ?? 0;
    const owner = unit.lines.methods[unit.lines.methodOfLine[index] ?? 0];
    if (line === 0 || owner === undefined || owner.type === '') return null;
    return { type: owner.type, method: owner.method === '' ? null : owner.method, line, column: 1 };
}

function inOrderOfInheritance(units: readonly LoadableUnit[]): LoadableUnit[] {
    const byKey = new Map(units.flatMap((unit) => unit.declares.map((key) => [key, unit] as const)));
    const ordered = new Set<LoadableUnit>();
    const visiting = new Set<LoadableUnit>();
    const visit = (unit: LoadableUnit): void => {
        if (ordered.has(unit) || visiting.has(unit)) return;
        visiting.add(unit);
        for (const key of unit.superclasses) {
            const above = byKey.get(key);
            if (above !== undefined) visit(above);
        }
        ordered.add(unit);
    };
    units.forEach(visit);
    return [...ordered];
}
