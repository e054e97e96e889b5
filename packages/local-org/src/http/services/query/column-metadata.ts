import type { Output, QueryPlan, SelectShape } from '@sw-studio/soql';
import type { FieldSchema } from '../../../schema/field-schema.ts';
import type { SoqlObjectView } from '../../../schema/soql-schema.ts';

export interface ColumnMetadata {
    readonly aggregate: boolean;
    readonly apexType: string;
    readonly booleanType: boolean;
    readonly columnName: string;
    readonly custom: boolean;
    readonly displayName: string;
    readonly foreignKeyName: string | null;
    readonly insertable: boolean;
    readonly joinColumns: readonly ColumnMetadata[];
    readonly numberType: boolean;
    readonly textType: boolean;
    readonly updatable: boolean;
}

const NUMBERS = new Set(['int', 'long', 'double', 'currency', 'percent']);

/** What `columns=true` answers: the columns of a query instead of its rows. */
export function columnMetadata(plan: QueryPlan): object {
    const { schema } = plan.object as SoqlObjectView;
    return {
        columnMetadata: columnsOf(plan.shape),
        entityName: schema.name,
        groupBy: plan.kind === 'aggregate',
        idSelected: plan.shape.outputs.some(({ kind, name }) => kind === 'field' && name.toLowerCase() === 'id'),
        keyPrefix: schema.keyPrefix,
    };
}

function columnsOf({ object, outputs }: SelectShape): ColumnMetadata[] {
    return outputs.map((output) => column(output, (object as SoqlObjectView).schema.fields));
}

function column(output: Output, fields: readonly FieldSchema[]): ColumnMetadata {
    const own = 'field' in output && output.field !== undefined ? fields[output.field.slot] : undefined;
    const isField = output.kind === 'field';
    const type = output.kind === 'expression' ? output.type : (own?.type ?? 'string');
    const name = isField ? (own?.name ?? output.name) : output.name;
    return {
        aggregate: output.kind === 'children' || output.kind === 'expression',
        apexType: own?.apexType ?? 'String',
        booleanType: type === 'boolean',
        columnName: name,
        custom: own?.custom ?? false,
        displayName: name,
        foreignKeyName: null,
        insertable: isField && own?.createable === true,
        joinColumns: joinsOf(output),
        numberType: NUMBERS.has(type),
        textType: !NUMBERS.has(type) && type !== 'boolean',
        updatable: isField && own?.updateable === true,
    };
}

function joinsOf(output: Output): ColumnMetadata[] {
    if (output.kind === 'children') return columnsOf(output.shape);
    if (output.kind === 'parent') return output.shapes.slice(0, 1).flatMap(columnsOf);
    return [];
}
