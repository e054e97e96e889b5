import { unzipSync } from 'fflate';
import { READ_TYPES, SKIPPED_TYPES } from '../../../metadata/component-types.ts';
import { elements, parseXml, text, texts } from '../../../metadata/xml.ts';
import type { Deletions, ZipFiles } from '../../org/deployed-source.ts';
import { metadataErrors } from './errors.ts';

/** A file of the zip as a component. */
export interface ZipComponent {
    readonly type: string;
    readonly fullName: string;
    readonly fileName: string;
}

export interface ZipPackage {
    /** Without package.xml, paths below the package's folder. */
    readonly files: ZipFiles;
    readonly components: readonly ZipComponent[];
    readonly deletions: Deletions;
    /** Types whose deletion was asked for and is not carried out. */
    readonly otherDeletions: readonly { readonly type: string; readonly fullName: string }[];
}

/** @throws SoapFault for what is no zip */
export function readZip(zip: Uint8Array): ZipPackage {
    const all = unzip(zip);
    const manifest = Object.keys(all).find((name) => name === 'package.xml' || name.endsWith('/package.xml'));
    const root = (manifest ?? '').slice(0, -'package.xml'.length);
    const files: Record<string, Uint8Array> = {};
    const gone: { type: string; fullName: string }[] = [];
    for (const [name, bytes] of Object.entries(all)) {
        const path = name.startsWith(root) ? name.slice(root.length) : name;
        if (/^destructiveChanges\w*\.xml$/.test(path)) gone.push(...membersOf(bytes));
        else if (path !== 'package.xml' && !path.endsWith('/')) files[path] = bytes;
    }
    const names = (type: string): string[] => gone.filter((each) => each.type === type).map(({ fullName }) => fullName);
    return {
        files,
        components: Object.entries(files).flatMap(([path, bytes]) => componentsOf(path, bytes)),
        deletions: { classes: names('ApexClass'), triggers: names('ApexTrigger') },
        otherDeletions: gone.filter(({ type }) => type !== 'ApexClass' && type !== 'ApexTrigger'),
    };
}

function unzip(zip: Uint8Array): ZipFiles {
    try {
        return unzipSync(zip);
    } catch (cause) {
        throw metadataErrors.brokenZip(cause instanceof Error ? cause.message : String(cause));
    }
}

function membersOf(bytes: Uint8Array): { type: string; fullName: string }[] {
    const { root } = parseXml(Buffer.from(bytes).toString('utf8'));
    return elements(root, 'types').flatMap((types) =>
        texts(types, 'members').map((fullName) => ({ type: text(types, 'name') ?? '', fullName })),
    );
}

/** An object's file holds its fields as well. */
function componentsOf(path: string, bytes: Uint8Array): ZipComponent[] {
    if (path.endsWith('-meta.xml')) return [];
    const file = path.slice(path.lastIndexOf('/') + 1);
    const dot = file.lastIndexOf('.');
    const suffix = file.slice(dot + 1);
    const type = (READ_TYPES as Readonly<Record<string, string>>)[suffix] ?? SKIPPED_TYPES[suffix]?.[0];
    if (type === undefined) return [];
    const own = { type, fullName: file.slice(0, dot), fileName: path };
    if (type !== 'CustomObject') return [own];
    const { root } = parseXml(Buffer.from(bytes).toString('utf8'));
    const fields = elements(root, 'fields').map((field) => ({
        type: 'CustomField',
        fullName: `${own.fullName}.${text(field, 'fullName') ?? ''}`,
        fileName: path,
    }));
    return [own, ...fields];
}
