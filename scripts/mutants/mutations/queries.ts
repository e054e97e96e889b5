import { type Mutation, replace } from '../mutation.ts';

/** Only the object: neither oracle looks at the fields inside of a query. */
export const QUERY_MUTATIONS: readonly Mutation[] = [
    {
        name: 'query of an unknown object',
        oracle: 'apex-ls',
        edits: (source) =>
            source.all('SoqlExpression').flatMap(({ start, end }) => {
                const found = /\bFROM\s+(\w+)(?=[^()]*\]$)/i.exec(source.between(start, end));
                if (found?.[1] === undefined) return [];
                const at = start + found.index + found[0].length;
                return [replace({ start: at - found[1].length, end: at }, 'UnknownObject')];
            }),
    },
];
