import { platformNamespaces, type PlatformType, typesOf } from '@sw-studio/apex/platform';
import { findLibrary, type libraryIndex } from '@sw-studio/apex/runtime';

export interface TypeSupport {
    readonly name: string;
    readonly total: number;
    readonly supported: number;
    /** Signatures of members that the compiler refuses. */
    readonly refused: readonly string[];
    /** Of members that work with a stated restriction. */
    readonly restrictions: readonly string[];
}

export interface NamespaceSupport {
    readonly name: string;
    readonly total: number;
    readonly supported: number;
    readonly types: readonly TypeSupport[];
}

type Index = typeof libraryIndex;

/** Support by namespace and type: what the platform tables list, against what the runtime registers. */
export function librarySupport(index: Index): NamespaceSupport[] {
    return platformNamespaces()
        .map((name) => {
            const types = typesOf(name)
                .filter(isCounted)
                .map((type) => typeSupport(type, index));
            return { name, types, total: sum(types, 'total'), supported: sum(types, 'supported') };
        })
        .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function typeSupport(type: PlatformType, index: Index): TypeSupport {
    const qualified = `${type.namespace}.${type.name}`;
    const members = membersOf(type);
    const refused = members.filter(({ kind, signature }) => index.find(qualified, kind, signature) === undefined);
    const restrictions = Object.entries(findLibrary(qualified)?.partly ?? {}).map(
        ([key, sentence]) => `\`${key}\`: ${sentence}`,
    );
    return {
        name: type.name,
        total: members.length,
        supported: members.length - refused.length,
        refused: refused.map(({ signature }) => signature),
        restrictions,
    };
}

interface Member {
    readonly kind: 'constructors' | 'statics' | 'methods' | 'staticFields' | 'fields';
    readonly signature: string;
}

function membersOf(type: PlatformType): Member[] {
    const signature = (name: string, parameters: readonly { type: string }[]): string =>
        `${name}(${parameters.map((parameter) => parameter.type.replaceAll(/\bSystem\.|\s+/g, '')).join(',')})`;
    return [
        ...type.constructors.map(({ parameters }): Member => ({
            kind: 'constructors',
            signature: signature('new', parameters),
        })),
        ...type.methods.map((method): Member => ({
            kind: method.static ? 'statics' : 'methods',
            signature: signature(method.name, method.parameters),
        })),
        ...type.fields.map((field): Member => ({
            kind: field.static ? 'staticFields' : 'fields',
            signature: field.name,
        })),
    ];
}

/** Interfaces, enums, exceptions and trigger variables are the compiler's own work: only classes are looked up. */
function isCounted(type: PlatformType): boolean {
    return type.kind === 'class' && type.name !== 'Trigger' && !type.name.endsWith('Exception');
}

function sum(types: readonly TypeSupport[], key: 'total' | 'supported'): number {
    return types.reduce((total, type) => total + type[key], 0);
}
