import {
    ApexBlob,
    ApexList,
    newApexException,
    SObject,
    sobjectType,
    type DatabasePort,
    type ResourceService,
    type SObjectFieldInfo,
    type SObjectTypeInfo,
    type Waiting,
} from '@sw-studio/apex/runtime';
import { parse } from 'csv-parse/sync';
import { toApexValue } from '../rows/apex-value.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** Static resources as Apex reads them. */
export class ResourceReader implements ResourceService {
    private readonly transaction: OrgTransaction;
    private readonly database: DatabasePort;
    private readonly resources: ObjectSchema;

    /** @param resources the schema's StaticResource object */
    constructor(transaction: OrgTransaction, database: DatabasePort, resources: ObjectSchema) {
        this.transaction = transaction;
        this.database = database;
        this.resources = resources;
    }

    staticResource(namespace: string, name: string): ApexBlob | undefined {
        const wanted = name.toLowerCase();
        for (const row of this.transaction.scan(this.resources)) {
            const isNamed = String(this.field(row, 'Name')).toLowerCase() === wanted;
            if (!isNamed || (this.field(row, 'NamespacePrefix') ?? '') !== namespace) continue;
            return new ApexBlob(Buffer.from(String(this.field(row, 'Body') ?? ''), 'base64'));
        }
        return undefined;
    }

    /**
     * `Test.loadData`: the first line names fields, every further line is a record.
     *
     * @throws System.StringException when the resource does not exist or names an unknown field
     */
    *loadData(type: SObjectTypeInfo, resourceName: string): Generator<Waiting, ApexList, void> {
        const content = this.staticResource('', resourceName) ?? this.staticResource(type.namespace, resourceName);
        if (content === undefined)
            throw newApexException('System.StringException', `Static Resource not found: ${resourceName}`);
        const lines = parse<Record<string, string>>(Buffer.from(content.bytes), {
            columns: true,
            bom: true,
            skip_empty_lines: true,
            trim: true,
        });
        const records = lines.map((line) => recordOf(type, line));
        const outcomes = yield* this.database.dml({ operation: 'insert', records, allOrNone: true, access: 'system' });
        const failed = outcomes.findIndex(({ success }) => !success);
        if (failed >= 0) {
            const [error] = outcomes[failed]?.errors ?? [];
            throw newApexException(
                'System.DmlException',
                `Insert failed. First exception on row ${failed}; first error: ${error?.statusCode}, ${error?.message}: [${error?.fields.join(', ')}]`,
            );
        }
        return new ApexList(sobjectType(type.name), records);
    }

    private field(row: StoredRow, name: string): StoredValue {
        return row[this.resources.field(name)?.slot ?? -1];
    }
}

function recordOf(type: SObjectTypeInfo, line: Readonly<Record<string, string>>): SObject {
    const record = new SObject(type);
    for (const [name, text] of Object.entries(line)) {
        const field = type.field(name);
        if (field === undefined)
            throw newApexException('System.StringException', `Invalid field ${name} for ${type.name}`);
        // Ids in the file stand for nothing in this org.
        if (field.slot > 0 && text !== '') record.values[field.slot] = toApexValue(field, storedValue(field, text));
    }
    return record;
}

function storedValue({ type }: SObjectFieldInfo, text: string): StoredValue {
    switch (type) {
        case 'boolean':
            return text.toLowerCase() === 'true' || text === '1';
        case 'int':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            return Number(text);
        case 'date':
            return Math.floor(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000);
        case 'datetime':
            return Date.parse(text.includes('T') ? text : `${text.replace(' ', 'T')}Z`);
        default:
            return text;
    }
}
