import type { SObject, Waiting } from '@sw-studio/apex/runtime';
import type { ApexSession } from '../../../apex/apex-session.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { requireObject, requireType } from '../../records/objects.ts';
import { noSuchColumn, readRecord } from '../../records/read-record.ts';
import { saveRecords } from '../../records/save-records.ts';
import { collectionErrors } from './errors.ts';
import { MAXIMUM_RECORDS } from './limits.ts';
import type { RecordBody } from './model.ts';

interface Node {
    readonly referenceId: string;
    readonly record: SObject;
    readonly parent: { readonly node: Node; readonly field: number } | null;
}

export interface TreeAnswer {
    readonly hasErrors: boolean;
    readonly results: readonly {
        readonly referenceId: string;
        readonly id?: string;
        readonly errors?: readonly { statusCode: string; message: string; fields: readonly string[] }[];
    }[];
}

/** Records with their children, level by level in one transaction: all of them, or none. */
export async function saveTree(
    host: HostedOrg,
    userId: string,
    objectName: string,
    bodies: readonly RecordBody[],
): Promise<TreeAnswer> {
    const levels = readLevels(host, requireObject(host, objectName), bodies);
    const nodes = levels.flat();
    if (nodes.length > MAXIMUM_RECORDS) throw collectionErrors.tooManyRecords();
    try {
        await host.transact(userId, (session) => insertLevels(session, levels));
    } catch (error) {
        if (error instanceof TreeFailure) return { hasErrors: true, results: error.results };
        throw error;
    }
    const results = nodes.map(({ referenceId, record }) => ({ referenceId, id: record.id ?? '' }));
    return { hasErrors: false, results };
}

/** Ends the transaction: nothing of the tree is kept. */
class TreeFailure extends Error {
    readonly results: TreeAnswer['results'];

    constructor(results: TreeAnswer['results']) {
        super('A record of the tree was refused.');
        this.results = results;
    }
}

function* insertLevels(session: ApexSession, levels: readonly Node[][]): Generator<Waiting, void, void> {
    for (const nodes of levels) {
        for (const { record, parent } of nodes)
            if (parent !== null) record.values[parent.field] = parent.node.record.id;
        const records = nodes.map(({ record }) => record);
        const outcomes = yield* saveRecords(session, { operation: 'insert', records, allOrNone: true });
        const failed = nodes.flatMap(({ referenceId }, index) => {
            const errors = outcomes[index]?.errors ?? [];
            return errors.length === 0 ? [] : [{ referenceId, errors }];
        });
        if (failed.length > 0) throw new TreeFailure(failed);
    }
}

function readLevels(host: HostedOrg, object: ObjectSchema, bodies: readonly RecordBody[]): Node[][] {
    const levels: Node[][] = [];
    const read = (of: ObjectSchema, body: RecordBody, parent: Node['parent'], depth: number): void => {
        const attributes = body['attributes'] as { referenceId?: string; type?: string } | undefined;
        if (attributes?.referenceId === undefined) throw collectionErrors.noReference();
        const own = Object.entries(body).filter(([, value]) => !isChildren(value));
        const { schema, options } = host.org;
        const record = readRecord(schema, of, Object.fromEntries(own), options.namespace);
        const node = { referenceId: attributes.referenceId, record, parent };
        (levels[depth] ??= []).push(node);
        for (const [name, value] of Object.entries(body)) {
            if (isChildren(value)) readChildren(of, name, value.records, node, depth + 1);
        }
    };
    const readChildren = (
        of: ObjectSchema,
        name: string,
        children: readonly RecordBody[],
        node: Node,
        depth: number,
    ): void => {
        const relationship = of.childRelationshipIn(name, host.org.options.namespace);
        if (relationship === undefined) throw noSuchColumn(name, of);
        const child = requireType(host, relationship.childObject);
        const field = child.field(relationship.field)?.slot ?? -1;
        for (const body of children) read(child, body, { node, field }, depth);
    };
    for (const body of bodies) read(object, body, null, 0);
    return levels;
}

function isChildren(value: unknown): value is { readonly records: readonly RecordBody[] } {
    return typeof value === 'object' && value !== null && Array.isArray((value as { records?: unknown }).records);
}
