import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataOfLeadRows, generateLeadRows, VendorServer } from '@sw-studio/vendor-api';
import { type LocalOrgServer, startLocalOrgServer } from '@sw-studio/local-org';
import type { Measurement } from '../measurement.ts';
import { loadInBulk } from './bulk-load.ts';
import { OrgCaller } from './org-caller.ts';
import { serveClients } from './clients.ts';

const NAMESPACE = 'swstudio';
const REPOSITORY = join(import.meta.dirname, '../..');
const PROSPECTS = 9240;

/** The org behind its server: 50 clients while a cycle runs, and a bulk load with the package's triggers on. */
export async function measure(): Promise<Measurement[]> {
    const data = mkdtempSync(join(tmpdir(), 'bench-org-'));
    const server = await startLocalOrgServer({
        data,
        port: 0,
        packages: [{ folder: REPOSITORY, namespace: NAMESPACE }],
        cacheFolder: join(REPOSITORY, '.cache/apex'),
        edition: 'Enterprise Edition',
        dailyApiRequests: 10_000_000,
    });
    const vendor = await VendorServer.start({ data: dataOfLeadRows(generateLeadRows({ count: PROSPECTS, seed: 1 })) });
    try {
        const caller = await prepared(server, vendor);
        return [...(await serveClients(server, caller, NAMESPACE)), ...(await loadInBulk(caller))];
    } finally {
        await server.stop();
        await vendor.close();
        rmSync(data, { recursive: true, force: true });
    }
}

async function prepared(server: LocalOrgServer, vendor: VendorServer): Promise<OrgCaller> {
    const { accessToken, userId } = await server.signIn();
    const caller = new OrgCaller(server.url, accessToken);
    await server.setCredentialUrl(`${NAMESPACE}__SW_Studio_Vendor`, vendor.url);
    await server.setCredentialSecret({
        externalCredential: `${NAMESPACE}__SW_Studio_Vendor`,
        principal: 'SyncUser',
        values: { Token: vendor.backend.token },
    });
    const soql = encodeURIComponent("SELECT Id FROM PermissionSet WHERE Name = 'SalesWings_User'");
    const { records } = await caller.json<{ records: { Id: string }[] }>('GET', `/query?q=${soql}`);
    const assignment = { AssigneeId: userId, PermissionSetId: records[0]?.Id };
    await caller.json('POST', '/sobjects/PermissionSetAssignment', assignment);
    return caller;
}
