import { type Mutation, replace } from '../mutation.ts';
import { LITERALS, TYPES } from './literals.ts';

/** Values and declarations of another type than the code around them expects. */
export const TYPE_MUTATIONS: readonly Mutation[] = [
    {
        name: 'wrong type in an initialiser',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('VariableDeclarator')
                .flatMap(({ initializer }) =>
                    initializer === null ? [] : [replace(initializer, random.pick(LITERALS))],
                ),
    },
    {
        name: 'wrong type in an assignment',
        oracle: 'salesforce',
        edits: (source, random) =>
            source.all('AssignmentExpression').map(({ value }) => replace(value, random.pick(LITERALS))),
    },
    {
        name: 'wrong type of an argument',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('MethodCallExpression')
                .flatMap((call) => call.arguments.map((argument) => replace(argument, random.pick(LITERALS)))),
    },
    {
        name: 'wrong type of a returned value',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('ReturnStatement')
                .map(({ start, end, expression }) =>
                    expression === null
                        ? replace({ start, end }, `return ${random.pick(LITERALS)};`)
                        : replace(expression, random.pick(LITERALS)),
                ),
    },
    {
        name: 'wrong operand',
        oracle: 'salesforce',
        edits: (source, random) =>
            source.all('BinaryExpression').map(({ right }) => replace(right, random.pick(LITERALS))),
    },
    {
        name: 'other operator',
        oracle: 'salesforce',
        edits: (source, random) =>
            source.all('BinaryExpression').map(({ left, right, operator }) => {
                const between = source.between(left.end, right.start);
                const other = random.pick(['+', '-', '*', '&&', '||', '<', '==', '===', '&', '<<', '??']);
                return replace({ start: left.end, end: right.start }, between.replace(operator, other));
            }),
    },
    {
        name: 'other declared type',
        oracle: 'salesforce',
        edits: (source, random) =>
            [
                ...source.all('LocalVariableStatement'),
                ...source.all('FieldDeclaration'),
                ...source.all('PropertyDeclaration'),
                ...source.all('Parameter'),
            ].map(({ type }) => replace(type, random.pick(TYPES))),
    },
    {
        name: 'other return type',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('MethodDeclaration')
                .flatMap(({ returnType }) =>
                    returnType === null ? [] : [replace(returnType, random.pick([...TYPES, 'void']))],
                ),
    },
    {
        name: 'other loop variable',
        oracle: 'salesforce',
        edits: (source, random) => source.all('ForEachStatement').map(({ type }) => replace(type, random.pick(TYPES))),
    },
    {
        name: 'loop over something else',
        oracle: 'salesforce',
        edits: (source, random) =>
            source.all('ForEachStatement').map(({ iterable }) => replace(iterable, random.pick(LITERALS))),
    },
    {
        name: 'cast of a value',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('ReturnStatement')
                .flatMap(({ expression }) =>
                    expression === null
                        ? []
                        : [
                              replace(
                                  expression,
                                  `(${random.pick(TYPES)}) (${source.between(expression.start, expression.end)})`,
                              ),
                          ],
                ),
    },
    {
        name: 'other type in a cast or instanceof',
        oracle: 'salesforce',
        edits: (source, random) =>
            [...source.all('CastExpression'), ...source.all('InstanceOfExpression')].map(({ type }) =>
                replace(type, random.pick(TYPES)),
            ),
    },
    {
        name: 'other caught type',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('CatchClause')
                .map(({ type }) =>
                    replace(type, random.pick(['Exception', 'DmlException', 'String', 'UnknownException'])),
                ),
    },
    {
        name: 'throw of something else',
        oracle: 'salesforce',
        edits: (source, random) =>
            source.all('ThrowStatement').map(({ expression }) => replace(expression, random.pick(LITERALS))),
    },
    {
        name: 'element of another type in a collection',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('NewCollectionExpression')
                .flatMap(({ elements, entries }) =>
                    [...elements, ...entries.flatMap(({ key, value }) => [key, value])].map((element) =>
                        replace(element, random.pick(LITERALS)),
                    ),
                ),
    },
];
