import type { LayoutMetadata, PlacedComponent } from '../metadata/page-metadata.ts';
import { type PageSession, read } from '../org-access.ts';
import { describe, displayValue, type FieldDescription } from './object-description.ts';
import type { RecordPage } from './page-model.ts';

/** What a record's page is made of, from the metadata. */
export interface RecordPageSource {
    readonly layout: LayoutMetadata | undefined;
    /** Components of the Lightning page; those of the platform (`force:detailPanel`) are what the layout shows. */
    readonly components: readonly PlacedComponent[];
}

/** Fields as the layout orders them; without a layout, all that the user may read. */
export async function recordPage(
    session: PageSession,
    objectName: string,
    recordId: string,
    { layout, components }: RecordPageSource,
): Promise<RecordPage> {
    const { orgAccess, user } = session;
    const [object, record] = await Promise.all([
        describe(orgAccess, objectName),
        read<Record<string, unknown>>(orgAccess, `/sobjects/${objectName}/${encodeURIComponent(recordId)}`),
    ]);
    const sections = layout?.sections ?? [{ label: 'Details', fields: object.fields.map(({ name }) => name) }];
    const nameField = object.fields.find((field) => field.nameField)?.name ?? 'Id';
    const show = (name: string) => {
        const field = byName(object.fields, name);
        if (field === undefined || !(field.name in record)) return [];
        return [
            {
                name: field.name,
                label: field.label,
                displayValue: displayValue(record[field.name], field.type, user.timeZone),
            },
        ];
    };
    return {
        kind: 'record',
        title: String((record[nameField] as string | null) ?? recordId),
        tab: `/lightning/o/${object.name}/list`,
        objectLabel: object.label,
        components: components
            .filter(({ name }) => !name.includes(':'))
            .map(({ name, properties }) => ({
                name,
                properties: { ...properties, recordId, objectApiName: object.name },
            })),
        sections: sections.map(({ label, fields }) => ({ label, fields: fields.flatMap(show) })),
    };
}

/** Source names its own fields without the namespace of its package. */
function byName(fields: readonly FieldDescription[], name: string): FieldDescription | undefined {
    return fields.find((field) => field.name === name || field.name.endsWith(`__${name}`));
}
