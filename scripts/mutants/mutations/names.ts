import { insert, type Mutation, replace } from '../mutation.ts';

/** Names that nothing declares, and names that something declares already. */
export const NAME_MUTATIONS: readonly Mutation[] = [
    {
        name: 'unknown variable',
        oracle: 'salesforce',
        edits: (source) => source.all('NameExpression').map((name) => replace(name, `${name.name}Unknown`)),
    },
    {
        name: 'unknown method',
        oracle: 'salesforce',
        edits: (source) =>
            source
                .all('MethodCallExpression')
                .filter(({ name }) => !['this', 'super'].includes(name.text.toLowerCase()))
                .map(({ name }) => replace(name, `${name.text}Unknown`)),
    },
    {
        name: 'unknown field',
        oracle: 'salesforce',
        edits: (source) => source.all('FieldAccessExpression').map(({ name }) => replace(name, `${name.text}Unknown`)),
    },
    {
        name: 'unknown type',
        oracle: 'salesforce',
        edits: (source) =>
            source.all('TypeReference').flatMap(({ parts }) => {
                const last = parts.at(-1);
                return last === undefined ? [] : [replace(last.name, `${last.name.text}Unknown`)];
            }),
    },
    {
        name: 'reserved or ill-formed name of a variable',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('LocalVariableStatement')
                .flatMap(({ declarators }) =>
                    declarators.map(({ name }) =>
                        replace(name, random.pick(['group', 'order', 'x__y', '_x', 'number', 'limit', 'when'])),
                    ),
                ),
    },
    {
        name: 'variable declared twice',
        oracle: 'salesforce',
        edits: (source) =>
            source
                .all('LocalVariableStatement')
                .map(({ start, end }) => insert(end, ` ${source.between(start, end).replace(/;?\s*$/, ';')}`)),
    },
    {
        name: 'member declared twice',
        oracle: 'salesforce',
        edits: (source) =>
            [
                ...source.all('FieldDeclaration'),
                ...source.all('PropertyDeclaration'),
                ...source.all('MethodDeclaration'),
                ...source.all('ConstructorDeclaration'),
                ...source.all('ClassDeclaration').slice(1),
                ...source.all('EnumDeclaration'),
            ].map(({ start, end }) => insert(end, ` ${source.between(start, end)}`)),
    },
];
