/**
 * Reads the member signatures of the tables: `static List<String> split(String text, Integer limit)`.
 *
 * In a signature a name without a dot is a type of namespace System, unless it is a type parameter, Object or void.
 */
import type { PlatformField, PlatformMethod, PlatformParameter, TypeText } from './platform-type.ts';

const UNQUALIFIED = new Set(['Object', 'void']);

/** Qualifies every type name in `text`, which is in the notation of the tables. */
export function qualify(text: string, typeParameters: readonly string[]): TypeText {
    return text.replace(/[\w.]+/g, (name) =>
        name.includes('.') || UNQUALIFIED.has(name) || typeParameters.includes(name) ? name : `System.${name}`,
    );
}

export function parseMethod(signature: string, typeParameters: readonly string[]): PlatformMethod {
    const open = signature.indexOf('(');
    const { isStatic, type, name } = splitDeclaration(signature.slice(0, open));
    return {
        name,
        static: isStatic,
        parameters: parseParameters(signature.slice(open), typeParameters),
        returns: qualify(type, typeParameters),
    };
}

export function parseField(signature: string, typeParameters: readonly string[]): PlatformField {
    const readonly = signature.startsWith('readonly ');
    const { isStatic, type, name } = splitDeclaration(readonly ? signature.slice('readonly '.length) : signature);
    return { name, static: isStatic, type: qualify(type, typeParameters), readonly };
}

/** Reads `(Integer index, T)`: a type, then an optional name, separated by commas outside of angle brackets. */
export function parseParameters(list: string, typeParameters: readonly string[]): PlatformParameter[] {
    const parameters: PlatformParameter[] = [];
    let depth = 0;
    let start = 1;
    for (let at = 1; at < list.length; at++) {
        const character = list[at];
        if (character === '<') depth++;
        else if (character === '>') depth--;
        else if (depth === 0 && (character === ',' || character === ')')) {
            const text = list.slice(start, at).trim();
            if (text !== '') parameters.push(parseParameter(text, typeParameters));
            start = at + 1;
        }
    }
    return parameters;
}

function parseParameter(text: string, typeParameters: readonly string[]): PlatformParameter {
    const named = /^(.*[\w>]) (\w+)$/.exec(text);
    if (named === null) return { type: qualify(text, typeParameters) };
    return { type: qualify(named[1] ?? '', typeParameters), name: named[2] ?? '' };
}

/** Splits `static Map<Id, SObject> newMap` at its last blank. */
function splitDeclaration(text: string): { isStatic: boolean; type: string; name: string } {
    const isStatic = text.startsWith('static ');
    const rest = isStatic ? text.slice('static '.length) : text;
    const blank = rest.lastIndexOf(' ');
    return { isStatic, type: rest.slice(0, blank), name: rest.slice(blank + 1) };
}
