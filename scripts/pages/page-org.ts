import { join, resolve } from 'node:path';
import type { DemoOrg } from '../start/demo-org.ts';
import { startDemoOrg } from '../start/demo-org.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
/** Where the browser tests leave what they saw. */
export const SCREENSHOTS = join(ROOT, '.cache/screenshots');

const NAMESPACE = 'swstudio';

/** The package in an org of its own with the reference backend, as `npm start` has it, and nothing begun. */
export function startPageOrg(): Promise<DemoOrg> {
    return startDemoOrg({ once: true, data: null, port: 0, namespace: NAMESPACE, prospects: null }, ROOT);
}

/** Another user, with the permission sets of ours that are named. @returns the username */
export async function createUser({ api }: DemoOrg, alias: string, permissionSet: string | null): Promise<string> {
    const [profile] = await api.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const username = `${alias}@pages.example.com`;
    const { id } = await api.data<{ id: string }>('POST', '/sobjects/User', {
        Username: username,
        LastName: alias,
        Email: username,
        Alias: alias.slice(0, 8),
        IsActive: true,
        ProfileId: profile?.Id,
        TimeZoneSidKey: 'Europe/Berlin',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
    });
    if (permissionSet === null) return username;
    const [set] = await api.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
    await api.data('POST', '/sobjects/PermissionSetAssignment', { AssigneeId: id, PermissionSetId: set?.Id });
    return username;
}
