/**
 * Names that a variable, field, property, parameter, enum constant or type may not have although the grammar would take
 * them (Apex Developer Guide, "Reserved Keywords"; the list is the one that the platform's compiler enforces). Methods
 * may have them.
 */
const RESERVED = new Set(
    (
        'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date ' +
        'datetime decimal default double end exception exit export float goto group hint import inner int integer into ' +
        'join long loop number object of outer package parallel pragma retrieve rollback set short sobject sort string ' +
        'switch synchronized system then time transaction void when'
    ).split(' '),
);

const RESERVED_TYPES = new Set(['apexpages', 'page']);

const LONGEST_NAME = 255;
const LONGEST_TYPE_NAME = 40;

export type NamedThing = 'variable' | 'method' | 'type';

/** The sentence against a name that may not be declared; undefined where it may. */
export function nameFault(text: string, thing: NamedThing): string | undefined {
    const lower = text.toLowerCase();
    if (thing !== 'method' && RESERVED.has(lower)) return `Identifier name is reserved: ${text}`;
    if (thing === 'type' && RESERVED_TYPES.has(lower)) return `Identifier type is reserved: ${text}`;
    if (text.startsWith('_') || text.endsWith('_') || text.includes('__'))
        return `Invalid character in identifier: ${text}`;
    if (text.length > (thing === 'type' ? LONGEST_TYPE_NAME : LONGEST_NAME))
        return `Identifier name is too long: ${text}`;
    return undefined;
}
