/**
 * Names of Apex methods in emitted JavaScript. Apex overloads by parameter types and compares names without case, so
 * the property is the lower-case name followed by the lower-case parameter types: `add(Integer, List<String>)` becomes
 * `add$integer$list_string`. A type variable of a generic interface counts as Object; a class that implements the
 * interface with a concrete type gets a bridge under the interface's name. Constructors are methods named `new`.
 * The generator shape of a method has the suffix `$$`.
 */
export function mangleMethod(name: string, parameterTypes: readonly string[]): string {
    return `${name.toLowerCase()}$${parameterTypes.map(mangleType).join('$')}`;
}

/** `System.`, `Schema.` and blanks are dropped: both spellings of a platform type must meet. */
export function mangleType(type: string): string {
    return type
        .replaceAll(/\s+/g, '')
        .toLowerCase()
        .replaceAll(/\b(?:system|schema)\./g, '')
        .replaceAll(/[<,]/g, '_')
        .replaceAll('.', '_')
        .replaceAll('>', '');
}

export const GENERATOR_SUFFIX = '$$';
