import { type Edit, insert, type Mutation, replace } from '../mutation.ts';
import type { ParsedSource } from '../parsed-source.ts';
import { LITERALS } from './literals.ts';

const PLATFORM = new Set(
    'System Database JSON Math String Integer Date Datetime Limits Test UserInfo Json Type'.split(' '),
);

/** Calls with other arguments, of objects, of classes and of the platform. */
export const CALL_MUTATIONS: readonly Mutation[] = [
    {
        name: 'argument left out',
        oracle: 'salesforce',
        edits: (source) => calls(source).flatMap(withoutArgument(source)),
    },
    {
        name: 'one argument more',
        oracle: 'salesforce',
        edits: (source) => calls(source).map(withArgument(source, '1')),
    },
    {
        name: 'arguments swapped',
        oracle: 'salesforce',
        edits: (source) =>
            calls(source).flatMap(({ arguments: [first, second] }) => {
                if (first === undefined || second === undefined) return [];
                const middle = source.between(first.end, second.start);
                const swapped =
                    source.between(second.start, second.end) + middle + source.between(first.start, first.end);
                return [replace({ start: first.start, end: second.end }, swapped)];
            }),
    },
    {
        name: 'wrong constructor arguments',
        oracle: 'salesforce',
        edits: (source, random) =>
            source
                .all('NewObjectExpression')
                .filter(({ fields }) => fields.length === 0)
                .flatMap((creation) => [
                    ...withoutArgument(source)(creation),
                    ...creation.arguments.map((argument) => replace(argument, random.pick(LITERALS))),
                    withArgument(source, "'x'")(creation),
                ]),
    },
    {
        name: 'called on the class or on the object',
        oracle: 'salesforce',
        edits: (source, random) =>
            calls(source)
                .filter(({ receiver }) => receiver === null)
                .map(({ start }) => insert(start, random.pick(['this.', `${source.name}.`, 'super.']))),
    },
    {
        name: 'unknown method of the platform',
        oracle: 'apex-ls',
        edits: (source) => platformCalls(source).map(({ name }) => replace(name, `${name.text}Unknown`)),
    },
    {
        name: 'one argument more to the platform',
        oracle: 'apex-ls',
        // apex-ls takes anything for the level of System.debug
        edits: (source) =>
            platformCalls(source)
                .filter(({ name }) => name.text.toLowerCase() !== 'debug')
                .map(withArgument(source, 'new List<Date>()')),
    },
];

interface Call {
    readonly end: number;
    readonly arguments: readonly { readonly start: number; readonly end: number }[];
}

function calls(source: ParsedSource): ReturnType<typeof source.all<'MethodCallExpression'>> {
    return source
        .all('MethodCallExpression')
        .filter(({ name }) => !['this', 'super'].includes(name.text.toLowerCase()));
}

function platformCalls(source: ParsedSource): ReturnType<typeof calls> {
    return calls(source).filter(({ receiver }) => receiver?.kind === 'NameExpression' && PLATFORM.has(receiver.name));
}

function withoutArgument(source: ParsedSource): (call: Call) => Edit[] {
    return ({ arguments: written }) => {
        const last = written.at(-1);
        if (last === undefined) return [];
        const before = written.at(-2);
        return [replace({ start: before?.end ?? last.start, end: last.end }, '')].filter(
            ({ end }) => end <= source.text.length,
        );
    };
}

/** The closing parenthesis is the last character of a call. */
function withArgument(source: ParsedSource, text: string): (call: Call) => Edit {
    return ({ end, arguments: written }) => {
        const close = source.text.lastIndexOf(')', end - 1);
        return insert(close, written.length === 0 ? text : `, ${text}`);
    };
}
