import { ApexRest } from '../../src/entry-points/apex-rest.ts';
import type { ApexRestRequest } from '../../src/entry-points/rest/rest-message.ts';
import type { JobOrgOptions } from './job-org.ts';
import { ServiceOrg } from './service-org.ts';

export interface PlainRestResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
    readonly log: readonly string[];
}

/** Apex: lets the visitor enter Apex by a class. */
export function grantClass(name: string): string {
    return `insert new SetupEntityAccess(
        ParentId = [SELECT Id FROM PermissionSet WHERE Name = 'Granted'].Id,
        SetupEntityId = [SELECT Id FROM ApexClass WHERE Name = '${name}'].Id
    );`;
}

/** An org whose REST resources answer in-process. */
export class RestOrg extends ServiceOrg {
    readonly rest: ApexRest;

    constructor(options: JobOrgOptions = {}, ...grants: readonly string[]) {
        super(options, ...grants);
        this.rest = new ApexRest(this.runtime);
    }

    /** @param target `POST /Note/1?full=true`, its path behind `/services/apexrest` */
    send(target: string, more: Partial<ApexRestRequest> = {}): PlainRestResponse {
        const [method = '', url = ''] = target.split(' ');
        const [path = '', query = ''] = url.split('?');
        const { body, ...response } = this.rest.request({
            method,
            path: `/services/apexrest${path}`,
            query,
            ...more,
        });
        return { ...response, text: Buffer.from(body).toString('utf8') };
    }
}

/** The answers of Apex: what `JSON.parse` makes of the body. */
export function json({ text }: PlainRestResponse): unknown {
    return JSON.parse(text);
}
