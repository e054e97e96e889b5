import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startVendorProcess, type VendorProcess } from '@sw-studio/vendor-api';
import { control } from '../../src/local-org/control-client.ts';
import { findRunningOrg } from '../../src/local-org/running-org.ts';
import { logSfIn, type Terminal } from './terminal.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const NAMED_CREDENTIAL = 'force-app/main/default/namedCredentials/SW_Studio_Vendor.namedCredential-meta.xml';
const VENDOR_ADDRESS = /https:\/\/helium\.saleswings\.pro\/salesforce\/v2/;

/** What an administrator does after the installation: permission set and token of the vendor. */
const SET_UP = `
    insert new PermissionSetAssignment(
        AssigneeId = UserInfo.getUserId(),
        PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'SalesWings_User'].Id
    );
`;

/** A local org with the package, in a process of its own, with the reference backend as its vendor. */
export class DemoOrg {
    readonly terminal: Terminal;
    private readonly vendor: VendorProcess;
    private readonly folder: string;

    /** @param alias under which the real sf is logged in to it */
    static async start(terminal: Terminal, alias: string): Promise<DemoOrg> {
        const org = new DemoOrg(terminal, await startVendorProcess(['--prospects', '20']));
        await org.expect(['org', 'start', '--source', org.project(), '--port', '0', '--data', org.folder, '--detach']);
        await org.expect(['org', 'exec', '-', '--data', org.folder], SET_UP);
        await org.expect(
            ['org', 'exec', '-', '--data', org.folder],
            `new Connection().storeToken('${org.vendor.token}');`,
        );
        const { url, token } = await org.session();
        await logSfIn(terminal, url, token, alias);
        return org;
    }

    private constructor(terminal: Terminal, vendor: VendorProcess) {
        this.terminal = terminal;
        this.vendor = vendor;
        this.folder = join(terminal.home, 'org');
    }

    /** Words that name this org to the commands of the local org. */
    get data(): readonly string[] {
        return ['--data', this.folder];
    }

    async close(): Promise<void> {
        await this.terminal.sw(['org', 'stop', ...this.data]);
        await this.vendor.close();
    }

    /** @throws Error with its output where the command fails */
    async expect(words: readonly string[], input?: string): Promise<string> {
        const { exitCode, stdout, stderr } = await this.terminal.sw(words, input === undefined ? {} : { input });
        if (exitCode !== 0) throw new Error(`sw ${words.join(' ')} ended with ${exitCode}: ${stdout}${stderr}`);
        return stdout;
    }

    /** A session that the org gives to whoever runs it, and where the org is. */
    async session(): Promise<{ url: string; token: string }> {
        const running = findRunningOrg(this.folder);
        if (running === undefined) throw new Error('The org does not run.');
        const { accessToken } = await control(running, 'signIn', { username: null });
        return { url: running.url, token: accessToken };
    }

    /** The package with the backend in place of the vendor's address. */
    private project(): string {
        const project = join(this.terminal.home, 'project');
        mkdirSync(project);
        for (const part of ['force-app', 'sfdx-project.json']) {
            cpSync(join(ROOT, part), join(project, part), { recursive: true });
        }
        const file = join(project, NAMED_CREDENTIAL);
        writeFileSync(file, readFileSync(file, 'utf8').replace(VENDOR_ADDRESS, this.vendor.url));
        return project;
    }
}
