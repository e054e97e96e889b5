import { chatterUsersLibrary } from './connect-api/chatter-users.ts';
import { namedCredentialsLibraries } from './connect-api/named-credentials.ts';
import type { LibraryFunction, StaticField, TypeLibrary } from '../library.ts';
import { apexPagesLibraries } from './apex-pages.ts';
import { cacheLibraries } from './cache.ts';
import { databaseLibraries } from './database/index.ts';
import { domLibraries } from './dom/index.ts';
import { eventBusLibraries } from './eventbus.ts';
import { formulaEvalLibraries } from './formula-eval.ts';
import { messagingLibraries } from './messaging.ts';
import { primitiveLibraries } from './primitive-libraries.ts';
import { schemaLibraries } from './schema/index.ts';
import { systemLibraries } from './system/index.ts';

/** Every type of the standard library that this runtime implements, in whole or in part: the ledger is made from it. */
export const libraries: readonly TypeLibrary[] = [
    chatterUsersLibrary,
    ...namedCredentialsLibraries,
    ...primitiveLibraries,
    ...systemLibraries,
    ...databaseLibraries,
    ...schemaLibraries,
    ...eventBusLibraries,
    ...formulaEvalLibraries,
    ...messagingLibraries,
    ...cacheLibraries,
    ...domLibraries,
    ...apexPagesLibraries,
];

export type MemberKind = 'constructors' | 'statics' | 'methods';

type FunctionsByKey = ReadonlyMap<string, LibraryFunction>;

const functions = new Map<string, FunctionsByKey>();
const librariesByType = new Map<string, TypeLibrary>();

/** @param typeName qualified, in any spelling: `System.String` */
export function findLibrary(typeName: string): TypeLibrary | undefined {
    if (librariesByType.size === 0) {
        for (const library of libraries) librariesByType.set(library.type.toLowerCase(), library);
    }
    return librariesByType.get(typeName.toLowerCase());
}

/**
 * @param signature as the platform tables print it, in any case: `substring(Integer,Integer)`, `new(String)`
 * @returns undefined where this runtime does not implement the member
 */
export function findLibraryFunction(
    typeName: string,
    kind: MemberKind,
    signature: string,
): LibraryFunction | undefined {
    const key = `${kind} ${typeName}`.toLowerCase();
    let found = functions.get(key);
    if (found === undefined) {
        const members = findLibrary(typeName)?.[kind] ?? {};
        found = new Map(Object.entries(members).map(([name, body]) => [name.toLowerCase(), body]));
        functions.set(key, found);
    }
    return found.get(signature.toLowerCase());
}

/** A static field or property of a library type. */
export function findStaticField(typeName: string, name: string): StaticField | undefined {
    const fields = findLibrary(typeName)?.staticFields ?? {};
    const found = Object.keys(fields).find((each) => each.toLowerCase() === name.toLowerCase());
    return found === undefined ? undefined : fields[found];
}

/** An instance field or property of a library type. */
export function findField(typeName: string, name: string): NonNullable<TypeLibrary['fields']>[string] | undefined {
    const fields = findLibrary(typeName)?.fields ?? {};
    const found = Object.keys(fields).find((each) => each.toLowerCase() === name.toLowerCase());
    return found === undefined ? undefined : fields[found];
}
