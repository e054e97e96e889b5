import { type OrgAccess, PageError, read } from '../org-access.ts';

export interface ObjectDescription {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly fields: readonly FieldDescription[];
}

export interface FieldDescription {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly relationshipName: string | null;
    readonly nameField: boolean;
}

/** @throws PageError where the user may not see the object, or there is none of that name */
export function describe(org: OrgAccess, objectName: string): Promise<ObjectDescription> {
    return read(org, `/sobjects/${encodeURIComponent(objectName)}/describe`);
}

/** @throws PageError where no object that the user may see has the prefix of the id */
export async function objectOfId(org: OrgAccess, id: string): Promise<string> {
    const { sobjects } = await read<{ sobjects: { name: string; keyPrefix: string | null }[] }>(org, '/sobjects');
    const object = sobjects.find(({ keyPrefix }) => keyPrefix === id.slice(0, 3));
    if (object === undefined) throw new PageError(404, `There is no object for the id ${id}`);
    return object.name;
}

/** A value as a page shows it: dates in the words of the user's language and time zone. */
export function displayValue(value: unknown, type: string, timeZone: string): string {
    if (value === null || value === undefined) return '';
    if (type === 'boolean') return value === true ? 'Yes' : 'No';
    if (type === 'datetime') {
        return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
            new Date(value as string),
        );
    }
    if (typeof value === 'number') return new Intl.NumberFormat('en-US').format(value);
    return typeof value === 'string' ? value : JSON.stringify(value);
}
