import type { CompilerSchema, QueryDescription, QueryFinding } from '@sw-studio/apex';
import {
    type BindKind,
    type BindType,
    checkQuery,
    checkSearch,
    parseQuery,
    parseSearch,
    type Query,
    type SelectItem,
} from '@sw-studio/soql';
import type { SObjectTypeInfo } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { SoqlSchemaView } from '../schema/soql-schema.ts';

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX', 'GROUPING']);

const BIND_KINDS: Readonly<Record<string, BindKind>> = {
    id: 'id',
    string: 'string',
    integer: 'number',
    long: 'number',
    double: 'number',
    decimal: 'number',
    boolean: 'boolean',
    date: 'date',
    datetime: 'datetime',
    time: 'time',
};

/** The org's schema as the Apex compiler asks for it: objects, labels, and the checks of static queries. */
export class OrgCompilerSchema implements CompilerSchema {
    private readonly schema: OrgSchema;
    private readonly views = new Map<string, SoqlSchemaView>();
    private readonly seen = new Map<string, SObjectTypeInfo>();

    constructor(schema: OrgSchema) {
        this.schema = schema;
    }

    sobject(name: string, namespace: string): SObjectTypeInfo | undefined {
        const object = this.schema.object(name, namespace);
        return object && this.seenFrom(object, namespace);
    }

    hasLabel(namespace: string, name: string, from: string): boolean {
        const label = this.schema.label(namespace, name);
        return label !== undefined && (!label.protected || namespace.toLowerCase() === from.toLowerCase());
    }

    checkQuery(text: string, namespace: string, binds: ReadonlyMap<string, string>): readonly QueryFinding[] {
        const { query, diagnostics } = parseQuery(text);
        const found =
            query === undefined
                ? diagnostics
                : checkQuery(query, this.view(namespace), { apex: true, binds: (name) => bindType(binds.get(name)) });
        return found.map(({ message, start }) => ({ message, start, category: 'semantic' }));
    }

    describeQuery(text: string, namespace: string): QueryDescription | undefined {
        const { query } = parseQuery(text);
        const from = query?.from[0]?.path.names[0]?.text;
        const object = from === undefined ? undefined : this.schema.object(from, namespace);
        if (query === undefined || object === undefined) return undefined;
        const kind = kindOf(query);
        if (kind !== 'aggregate') return { object: this.seenFrom(object, namespace), kind };
        const aggregate = this.schema.object('AggregateResult');
        return aggregate === undefined ? undefined : { object: aggregate, kind };
    }

    checkSearch(text: string, namespace: string): readonly QueryFinding[] {
        const { search, diagnostics } = parseSearch(text);
        const found = search === undefined ? diagnostics : checkSearch(search, this.view(namespace));
        return found.map(({ message, start }) => ({ message, start, category: 'semantic' }));
    }

    /** Where several packages meet, a bare name means another field for each. */
    private seenFrom(object: ObjectSchema, namespace: string): SObjectTypeInfo {
        if (this.schema.packages.length < 2) return object;
        const key = `${namespace} ${object.name}`.toLowerCase();
        let seen = this.seen.get(key);
        if (seen === undefined) this.seen.set(key, (seen = objectSeenFrom(object, namespace)));
        return seen;
    }

    private view(namespace: string): SoqlSchemaView {
        let view = this.views.get(namespace);
        if (view === undefined) this.views.set(namespace, (view = new SoqlSchemaView(this.schema, namespace)));
        return view;
    }
}

/** The object itself but for its look-ups by name. */
function objectSeenFrom(object: ObjectSchema, namespace: string): SObjectTypeInfo {
    return Object.create(object, {
        field: { value: (name: string) => object.fieldIn(name, namespace) },
        relationship: { value: (name: string) => object.relationshipIn(name, namespace) },
        childRelationship: { value: (name: string) => object.childRelationshipIn(name, namespace) },
    }) as SObjectTypeInfo;
}

/** `SELECT COUNT()` alone counts; any other aggregate function or a GROUP BY makes aggregate rows. */
function kindOf(query: Query): QueryDescription['kind'] {
    const [only, ...more] = query.select;
    if (more.length === 0 && only !== undefined && isBareCount(only)) return 'count';
    return query.groupBy !== undefined || query.select.some(isAggregate) ? 'aggregate' : 'records';
}

function isBareCount(item: SelectItem): boolean {
    if (item.kind !== 'expression' || item.expression.kind !== 'call') return false;
    return item.expression.name === 'COUNT' && item.expression.arguments.length === 0 && item.alias === undefined;
}

function isAggregate(item: SelectItem): boolean {
    return item.kind === 'expression' && item.expression.kind === 'call' && AGGREGATES.has(item.expression.name);
}

/** What SOQL needs to know of `List<Integer>`; undefined leaves the check to execution. */
function bindType(typeName: string | undefined): BindType | undefined {
    if (typeName === undefined) return undefined;
    const element = /^(?:List|Set)<(.+)>$/.exec(typeName)?.[1];
    const kind = BIND_KINDS[(element ?? typeName).toLowerCase()];
    return kind === undefined ? undefined : { kind, collection: element !== undefined, typeName };
}
