import { ApexAura, ApexRest, LiveRuntime, OrgCredentials } from '@sw-studio/local-org';
import { type VendorData, VendorServer } from '@sw-studio/vendor-api';
import { CycleOrg, type RestAnswer } from './cycle-org.ts';

/** The package in an org that reaches the reference backend over HTTP, through the Named Credential of the package. */
export class ConnectedOrg {
    readonly org: CycleOrg;
    readonly server: VendorServer;
    private readonly live: LiveRuntime;

    static async start(data: VendorData): Promise<ConnectedOrg> {
        const org = new CycleOrg({ data, network: true, jobs: { interleaved: true } });
        return new ConnectedOrg(org, await VendorServer.start({ data, now: () => org.clock.now() }));
    }

    private constructor(org: CycleOrg, server: VendorServer) {
        this.org = org;
        this.server = server;
        this.live = new LiveRuntime({ runtime: org.runtime });
        new OrgCredentials(org.org).setUrl(`${org.org.options.namespace}__SW_Studio_Vendor`, server.url);
    }

    post(path: string, userId?: string): Promise<RestAnswer> {
        return this.rest('POST', path, userId);
    }

    get(path: string, userId?: string): Promise<RestAnswer> {
        return this.rest('GET', path, userId);
    }

    /** A method of a controller, as a page calls it. */
    async page(
        className: string,
        method: string,
        parameters: Readonly<Record<string, unknown>> = {},
    ): Promise<unknown> {
        const call = {
            className: `${this.org.org.options.namespace}.${className}`,
            method,
            parameters,
            userId: this.org.users.admin,
        };
        const { status, body } = await this.live.run(new ApexAura(this.live.runtime).calling(call));
        if (status !== 200) throw new Error(JSON.stringify(body));
        return body;
    }

    advance(milliseconds: number): Promise<number> {
        return this.live.advance(milliseconds);
    }

    async close(): Promise<void> {
        this.live.close();
        await this.server.close();
    }

    private async rest(method: string, path: string, userId?: string): Promise<RestAnswer> {
        const rest = new ApexRest(this.live.runtime);
        return this.org.readAnswer(await this.live.run(rest.requesting(this.org.restRequest(method, path, userId))));
    }
}
