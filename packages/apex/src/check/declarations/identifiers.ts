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

/** Words of the language that the grammar takes for names; nothing at all may be called so. */
const KEYWORDS = new Set(['bulk', 'commit']);

const RESERVED_TYPES = new Set(['apexpages', 'page']);

const LONGEST_NAME = 255;
/** Of a type that is a record of its own; an inner type may be as long as any other name. */
const LONGEST_TOP_LEVEL_TYPE = 40;

export type NamedThing = 'variable' | 'method' | 'type' | 'innerType';

/** The sentence against a name that may not be declared; undefined where it may. */
export function nameFault(text: string, thing: NamedThing): string | undefined {
    const lower = text.toLowerCase();
    const isType = thing === 'type' || thing === 'innerType';
    if (KEYWORDS.has(lower)) return `Unexpected token '${text}'.`;
    if (thing !== 'method' && RESERVED.has(lower)) return `Identifier name is reserved: ${text}`;
    if (isType && RESERVED_TYPES.has(lower)) return `Identifier type is reserved: ${text}`;
    if (text.startsWith('_') || text.endsWith('_') || /__|\$/.test(text))
        return `Invalid character in identifier: ${text}`;
    if (text.length > (thing === 'type' ? LONGEST_TOP_LEVEL_TYPE : LONGEST_NAME))
        return `Identifier name is too long: ${text}`;
    return undefined;
}
