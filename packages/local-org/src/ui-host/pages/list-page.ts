import type { ListViewMetadata } from '../metadata/page-metadata.ts';
import { PageError, type PageSession, query } from '../org-access.ts';
import { describe, displayValue, type FieldDescription, type ObjectDescription } from './object-description.ts';
import type { ListPage } from './page-model.ts';

/** As many as Lightning loads at once. */
const ROWS = 50;

/** List views name the standard fields in capitals (Metadata API Developer Guide, ListView, "columns"). */
const STANDARD_COLUMNS: Readonly<Record<string, string>> = {
    NAME: 'Name',
    CREATED_DATE: 'CreatedDate',
    CREATEDBY_USER: 'CreatedBy.Name',
    LAST_UPDATE: 'LastModifiedDate',
    UPDATEDBY_USER: 'LastModifiedBy.Name',
    'OWNER.ALIAS': 'Owner.Alias',
    OWNER_NAME: 'Owner.Name',
    RECORDTYPE: 'RecordType.Name',
};

const RECENT: Pick<ListViewMetadata, 'columns' | 'filters' | 'label' | 'name' | 'scope'> = {
    name: 'All',
    label: 'All',
    columns: ['NAME', 'CREATED_DATE', 'LAST_UPDATE'],
    filters: [],
    scope: 'Everything',
};

/** The rows of a list view; an object without one shows its newest records. */
export async function listPage(
    session: PageSession,
    objectName: string,
    views: readonly ListViewMetadata[],
    wanted: string | undefined,
): Promise<ListPage> {
    const view =
        views.find(({ name }) => name === wanted) ?? views.find(({ name }) => name === 'All') ?? views[0] ?? RECENT;
    const object = await describe(session.orgAccess, objectName);
    const columns = view.columns.map((column) => readColumn(object, column));
    const names = columns.map(({ path }) => path);
    const condition = [
        ...scopeCondition(view.scope, session),
        ...view.filters.map((filter) => filterCondition(object, filter)),
    ];
    const where = condition.length === 0 ? '' : ` WHERE ${condition.join(' AND ')}`;
    const { records, totalSize } = await query(
        session.orgAccess,
        `SELECT ${[...new Set(['Id', ...names])].join(', ')} FROM ${object.name}${where} ORDER BY CreatedDate DESC, Id DESC LIMIT ${ROWS}`,
    );
    return {
        kind: 'list',
        title: object.labelPlural,
        tab: `/lightning/o/${object.name}/list`,
        objectApiName: object.name,
        view: view.name,
        views: (views.length === 0 ? [RECENT] : views).map(({ name, label }) => ({ label, value: name })),
        columns: columns.map(({ path, label }) => ({ name: path, label })),
        rows: records.map((record) => ({
            id: record['Id'] as string,
            address: `/lightning/r/${object.name}/${record['Id'] as string}/view`,
            ...Object.fromEntries(
                columns.map(({ path, type }) => [
                    path,
                    displayValue(valueAt(record, path), type, session.user.timeZone),
                ]),
            ),
        })),
        summary: totalSize < ROWS ? `${totalSize} items` : `The newest ${ROWS} items`,
    };
}

interface Column {
    readonly path: string;
    readonly label: string;
    readonly type: string;
}

function readColumn(object: ObjectDescription, column: string): Column {
    const path = STANDARD_COLUMNS[column.toUpperCase()] ?? column;
    const [first = ''] = path.split('.');
    const field = findField(object, path) ?? object.fields.find(({ relationshipName }) => relationshipName === first);
    return {
        path: findField(object, path)?.name ?? path,
        label: field?.label ?? path,
        type: path.includes('.') ? 'string' : (field?.type ?? 'string'),
    };
}

/** Source names its own fields without the namespace of its package. */
function findField(object: ObjectDescription, name: string): FieldDescription | undefined {
    const wanted = name.toLowerCase();
    return object.fields.find((field) => {
        const full = field.name.toLowerCase();
        return full === wanted || full.replace(/^[a-z0-9]+__(?=.+__c$)/, '') === wanted;
    });
}

function scopeCondition(scope: string, { user }: PageSession): readonly string[] {
    if (scope === 'Everything') return [];
    if (scope === 'Mine') return [`OwnerId = '${user.Id}'`];
    throw new PageError(501, `The local org does not show list views of the scope ${scope}`);
}

const OPERATORS: Readonly<Record<string, string>> = {
    equals: '=',
    notEqual: '!=',
    lessThan: '<',
    lessOrEqual: '<=',
    greaterThan: '>',
    greaterOrEqual: '>=',
};

const UNQUOTED = new Set(['boolean', 'double', 'int', 'currency', 'percent', 'date', 'datetime']);

/** Several values, parted by commas, are alternatives. */
function filterCondition(object: ObjectDescription, filter: ListViewMetadata['filters'][number]): string {
    const operator = OPERATORS[filter.operation];
    if (operator === undefined)
        throw new PageError(
            501,
            `The local org does not show list views with the filter operation ${filter.operation}`,
        );
    const name = STANDARD_COLUMNS[filter.field.toUpperCase()] ?? filter.field;
    const field = findField(object, name);
    const literal = (value: string): string => {
        if (value === '') return 'null';
        if (field?.type === 'boolean') return value === '1' ? 'true' : 'false';
        return UNQUOTED.has(field?.type ?? 'string') ? value : `'${value.replace(/['\\]/g, '\\$&')}'`;
    };
    const values = filter.value.split(',').map((value) => literal(value.trim()));
    const joined = filter.operation === 'notEqual' ? ' AND ' : ' OR ';
    return `(${values.map((value) => `${field?.name ?? name} ${operator} ${value}`).join(joined)})`;
}

function valueAt(record: Readonly<Record<string, unknown>>, path: string): unknown {
    return path
        .split('.')
        .reduce<unknown>((value, part) => (value as Record<string, unknown> | null | undefined)?.[part], record);
}
