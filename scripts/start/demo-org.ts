import { join } from 'node:path';
import { type LocalOrgServer, startLocalOrgServer } from '@sw-studio/local-org';
import { dataOfLeadRows, VendorServer } from '@sw-studio/vendor-api';
import { createDemoRecords, prospectRows } from './demo-data.ts';
import type { StartOptions } from './options.ts';
import { OrgApi } from './org-api.ts';

/** An org with the package in it, the vendor's reference backend, and records that match. */
export interface DemoOrg {
    readonly server: LocalOrgServer;
    readonly api: OrgApi;
    readonly prospects: number;
    readonly records: number;
    stop(): Promise<void>;
}

const CREDENTIAL = 'SW_Studio_Vendor';
const ADMINISTRATOR = 'SalesWings_User';

/** @throws ServerError with a sentence and a remedy */
export async function startDemoOrg(options: StartOptions, root: string): Promise<DemoOrg> {
    const { data, port, namespace, prospects } = options;
    const server = await startLocalOrgServer({
        data,
        port,
        packages: namespace === '' ? [] : [{ folder: root, namespace }],
        source: namespace === '' ? root : null,
        namespace: '',
        cacheFolder: join(root, '.cache/apex'),
        name: 'SW Studio Demo',
        edition: 'Enterprise Edition',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    try {
        const rows = prospectRows(prospects);
        const api = await OrgApi.open(server, namespace);
        // The same epoch each time: what a kept org remembers of the vendor stays valid.
        const vendor = await VendorServer.start({ data: dataOfLeadRows(rows), epoch: 'demo' });
        await server.setCredentialUrl(api.named(CREDENTIAL), vendor.url);
        await server.setCredentialSecret({
            externalCredential: api.named(CREDENTIAL),
            principal: 'SyncUser',
            values: { Token: vendor.backend.token },
        });
        await assignAdministrator(api);
        const records = await createDemoRecords(api, rows);
        const stop = async (): Promise<void> => {
            await server.stop();
            await vendor.close();
        };
        return { server, api, prospects: rows.length, records, stop };
    } catch (error) {
        await server.stop();
        throw error;
    }
}

async function assignAdministrator(api: OrgApi): Promise<void> {
    const { userId } = api.login;
    const [set] = await api.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${ADMINISTRATOR}'`);
    if (set === undefined) throw new Error(`The package has no permission set ${ADMINISTRATOR}.`);
    const assigned = await api.query<{ Id: string }>(
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSetId = '${set.Id}'`,
    );
    if (assigned.length > 0) return;
    await api.data('POST', '/sobjects/PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id });
}
