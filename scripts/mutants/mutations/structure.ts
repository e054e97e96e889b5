import { insert, type Mutation, replace } from '../mutation.ts';
import { LITERALS } from './literals.ts';

/** Statements and members that are missing, unreachable, or where they cannot be. */
export const STRUCTURE_MUTATIONS: readonly Mutation[] = [
    {
        name: 'return left out',
        oracle: 'salesforce',
        edits: (source) => source.all('ReturnStatement').map((statement) => replace(statement, '{ }')),
    },
    {
        name: 'statement left out',
        oracle: 'salesforce',
        edits: (source) =>
            [...source.all('LocalVariableStatement'), ...source.all('ExpressionStatement')].map((statement) =>
                replace(statement, '{ }'),
            ),
    },
    {
        name: 'unreachable statement',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('ExpressionStatement')
                .map(({ start }) =>
                    insert(
                        start,
                        random.pick(['return; ', 'return null; ', "throw new DmlException('x'); ", 'break; ']),
                    ),
                ),
    },
    {
        name: 'break or continue anywhere',
        oracle: 'salesforce',
        edits: (source, random) =>
            source.all('ExpressionStatement').map(({ end }) => insert(end, random.pick([' break;', ' continue;']))),
    },
    {
        name: 'condition of another type',
        oracle: 'salesforce',
        edits: (source, random) =>
            [...source.all('IfStatement'), ...source.all('WhileStatement'), ...source.all('ConditionalExpression')].map(
                ({ condition }) => replace(condition, random.pick(LITERALS)),
            ),
    },
    {
        name: 'member left out',
        oracle: 'salesforce',
        edits: (source) =>
            [
                ...source.all('MethodDeclaration'),
                ...source.all('ConstructorDeclaration'),
                ...source.all('FieldDeclaration'),
                ...source.all('PropertyDeclaration'),
            ].map((member) => replace(member, '')),
    },
    {
        name: 'method without body',
        oracle: 'salesforce',
        edits: (source) =>
            source.all('MethodDeclaration').flatMap(({ body }) => (body === null ? [] : [replace(body, ';')])),
    },
    {
        name: 'abstract method with body',
        oracle: 'salesforce',
        edits: (source) =>
            source
                .all('MethodDeclaration')
                .flatMap(({ body, end }) => (body === null ? [replace({ start: end - 1, end }, ' { }')] : [])),
    },
    {
        name: 'superclass or interface left out',
        oracle: 'salesforce',
        edits: (source) =>
            source.all('ClassDeclaration').flatMap(({ superclass, interfaces, name }) => {
                const last = interfaces.at(-1) ?? superclass;
                return last === null || last === undefined ? [] : [replace({ start: name.end, end: last.end }, '')];
            }),
    },
    {
        name: 'other superclass or interface',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('ClassDeclaration')
                .flatMap(({ superclass, interfaces }) =>
                    superclass === null ? interfaces : [superclass, ...interfaces],
                )
                .map((type) =>
                    replace(type, random.pick(['Comparable', 'Exception', 'String', 'Schedulable', 'Unknown'])),
                ),
    },
    {
        name: 'assignment to anything',
        oracle: 'salesforce',
        edits: (source, random) =>
            source.all('ExpressionStatement').flatMap(({ start }) => {
                const names = source
                    .all('FieldDeclaration')
                    .flatMap(({ declarators }) => declarators.map(({ name }) => name.text));
                return names.length === 0 ? [] : [insert(start, `${random.pick(names)} = null; `)];
            }),
    },
    {
        name: 'DML of something else',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('ExpressionStatement')
                .map(({ start }) =>
                    insert(
                        start,
                        `${random.pick(['insert', 'update', 'delete'])} ${random.pick(['1', "'x'", 'new Account()', 'new List<Contact>()', 'new Set<Id>()'])}; `,
                    ),
                ),
    },
    {
        name: 'value twice or of another type in a switch',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('WhenValues')
                .flatMap(({ values }) =>
                    values.map((value) => replace(value, random.pick(["'x'", '1', 'null', 'UNKNOWN']))),
                ),
    },
];
