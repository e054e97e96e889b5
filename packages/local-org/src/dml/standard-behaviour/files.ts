import type { StoredValue } from '../../store/stored-row.ts';
import { writeCompanion, updateCompanion } from './companion-rows.ts';
import type { RowValues } from './row-values.ts';

/** Title, type and size of a file version follow from its path and content. */
export function deriveContentVersion(values: RowValues): void {
    const path = String(values.get('PathOnClient') ?? '');
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const dot = name.lastIndexOf('.');
    const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
    values.setIfEmpty('Title', (dot > 0 ? name.slice(0, dot) : name) || null);
    values.set('FileExtension', extension || null);
    values.set('FileType', extension === '' ? 'UNKNOWN' : (FILE_TYPES[extension] ?? extension.toUpperCase()));
    values.set('ContentSize', sizeOf(values.get('VersionData')));
    if (values.isNew) {
        values.set('IsLatest', true);
        values.set('VersionNumber', String(1 + Number(latestVersion(values)?.number ?? 0)));
    }
}

const FILE_TYPES: Readonly<Record<string, string>> = {
    txt: 'TEXT',
    docx: 'WORD_X',
    xlsx: 'EXCEL_X',
    pptx: 'POWER_POINT_X',
    jpg: 'JPG',
    jpeg: 'JPG',
};

/** Bytes of base64 text. */
function sizeOf(data: StoredValue): number {
    return typeof data === 'string' ? Buffer.byteLength(data, 'base64') : 0;
}

/** A first version makes its document, and links it to its owner and to where it was published. */
export function completeContentVersion(values: RowValues): void {
    if (!values.isNew) return;
    const { context, row } = values;
    const previous = latestVersion(values);
    const shared = {
        Title: values.get('Title'),
        FileType: values.get('FileType'),
        FileExtension: values.get('FileExtension'),
        ContentSize: values.get('ContentSize'),
    };
    if (previous !== undefined) {
        updateCompanion(context, 'ContentVersion', previous.id, { IsLatest: false });
        updateCompanion(context, 'ContentDocument', values.get('ContentDocumentId') as string, {
            ...shared,
            LatestPublishedVersionId: row.id,
        });
        return;
    }
    const ContentDocumentId = writeCompanion(context, 'ContentDocument', {
        ...shared,
        OwnerId: values.get('OwnerId'),
        LatestPublishedVersionId: row.id,
        PublishStatus: 'P',
    });
    values.set('ContentDocumentId', ContentDocumentId);
    updateCompanion(context, 'ContentVersion', row.id as string, { ContentDocumentId });
    for (const [LinkedEntityId, ShareType] of [
        [values.get('OwnerId'), 'I'],
        [values.get('FirstPublishLocationId'), 'V'],
    ]) {
        if (LinkedEntityId == null) continue;
        writeCompanion(context, 'ContentDocumentLink', {
            ContentDocumentId,
            LinkedEntityId,
            ShareType: ShareType ?? 'V',
            Visibility: 'AllUsers',
        });
    }
}

function latestVersion(values: RowValues): { readonly id: string; readonly number: StoredValue } | undefined {
    const document = values.get('ContentDocumentId');
    if (document === null) return undefined;
    const { transaction, schema } = values.context;
    const object = schema.require('ContentVersion');
    const slot = (name: string): number => object.field(name)?.slot ?? -1;
    const versions = transaction.rowsWith(object, slot('ContentDocumentId'), document) ?? [];
    const latest = versions.find((row) => row[0] !== values.row.id && row[slot('IsLatest')] === true);
    return latest && { id: latest[0] as string, number: latest[slot('VersionNumber')] };
}

export function deriveAttachment(values: RowValues): void {
    values.set('BodyLength', sizeOf(values.get('Body')));
}

/** A published file has public links. */
export function completeContentDistribution(values: RowValues): void {
    const { context, row } = values;
    const version = values.get('ContentVersionId');
    if (!values.isNew || typeof version !== 'string') return;
    const link = `${context.baseUrl}/sfc/p/${context.organizationId.slice(0, 15)}/a/${row.id}`;
    updateCompanion(context, 'ContentDistribution', row.id as string, {
        ContentDocumentId: values.parent('ContentVersionId', 'ContentDocumentId'),
        DistributionPublicUrl: link,
        ContentDownloadUrl: `${context.baseUrl}/sfc/dist/version/download/?oid=${context.organizationId.slice(0, 15)}&ids=${version}`,
    });
}
