const REFERENCE = /@\{([A-Za-z0-9_]+)\.([^}]+)\}/g;

/** A reference to what an earlier request answered, that is not there. */
export class MissingReference extends Error {
    readonly expression: string;

    constructor(expression: string) {
        super(expression);
        this.expression = expression;
    }
}

/** Puts answers of earlier requests in the place of `@{reference.field}`. @throws MissingReference */
export function resolveReferences<Value>(value: Value, answers: ReadonlyMap<string, unknown>): Value {
    if (typeof value === 'string') return resolveText(value, answers) as Value;
    if (Array.isArray(value)) return value.map((each: unknown) => resolveReferences(each, answers)) as Value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
        Object.entries(value).map(([name, each]: [string, unknown]) => [name, resolveReferences(each, answers)]),
    ) as Value;
}

function resolveText(text: string, answers: ReadonlyMap<string, unknown>): string {
    return text.replaceAll(REFERENCE, (_, reference: string, path: string) => {
        const found = path
            .split(/[.[\]]+/)
            .filter(Boolean)
            .reduce<unknown>(
                (inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name],
                answers.get(reference),
            );
        if (found === undefined || found === null) throw new MissingReference(`${reference}.${path}`);
        return typeof found === 'string' ? found : JSON.stringify(found);
    });
}
