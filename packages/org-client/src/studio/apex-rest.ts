import { OrgError } from '../errors/org-error.ts';
import { isMissingResource } from '../errors/refused-answer.ts';
import type { OrgAnswer, OrgConnection, OrgRequest } from '../org-connection.ts';
import { findPackageNamespace, PUBLISHED_NAMESPACE } from './package-namespace.ts';

/** A call of the package's API, below its namespace. */
export interface ApexRestCall {
    method: 'GET' | 'POST';
    /** Such as `/Sync/v1/GetSyncStatus`. */
    path: string;
    parameters?: Readonly<Record<string, string | undefined>>;
    body?: unknown;
}

/** How the org answers a user who may not read its classes. */
const MAY_NOT_LOOK = new Set(['NO_PERMISSION', 'REQUEST_REFUSED']);

/**
 * Calls the package's REST API. The published namespace is tried first, which needs no request of its own; only where
 * nothing answers there, the org is asked where the package is.
 */
export class ApexRest {
    readonly connection: OrgConnection;
    private readonly named: string | undefined;
    private namespace: string;

    /** @param namespace absent: found by itself; `''`: none */
    constructor(connection: OrgConnection, namespace?: string) {
        this.connection = connection;
        this.named = namespace;
        this.namespace = namespace ?? PUBLISHED_NAMESPACE;
    }

    /**
     * The parsed body of the answer.
     *
     * @throws OrgError PACKAGE_NOT_INSTALLED, PACKAGE_TOO_OLD, what the package refuses, and what any request throws
     */
    async call(call: ApexRestCall): Promise<unknown> {
        let request = this.request(call);
        let answer = await this.connection.exchange(request);
        if (isMissingResource(answer)) {
            await this.locate(call);
            request = this.request(call);
            answer = await this.connection.exchange(request);
        }
        return this.bodyOf(answer, request, call);
    }

    private bodyOf(answer: OrgAnswer, request: OrgRequest, call: ApexRestCall): unknown {
        if (isMissingResource(answer)) throw this.tooOld(call);
        if (answer.status >= 400) throw this.connection.refusal(request, answer);
        if (answer.body === null) throw this.connection.malformed(request, 'it is empty');
        return answer.body;
    }

    /** @throws OrgError PACKAGE_NOT_INSTALLED, PACKAGE_TOO_OLD */
    private async locate(call: ApexRestCall): Promise<void> {
        const org = this.connection.login.name;
        const found = await findPackageNamespace(this.connection).catch((thrown: unknown) => {
            if (!(thrown instanceof OrgError) || !MAY_NOT_LOOK.has(thrown.code)) throw thrown;
            throw OrgError.of('PACKAGE_NOT_INSTALLED', { org }, { cause: thrown });
        });
        if (found === undefined) throw OrgError.of('PACKAGE_NOT_INSTALLED', { org });
        if (found === this.namespace) throw this.tooOld(call);
        if (this.named !== undefined) throw OrgError.of('PACKAGE_NOT_INSTALLED', { org });
        this.namespace = found;
    }

    private tooOld({ path }: ApexRestCall): OrgError {
        return OrgError.of('PACKAGE_TOO_OLD', { org: this.connection.login.name, call: path });
    }

    private request({ method, path, parameters, body }: ApexRestCall): OrgRequest {
        const prefix = this.namespace === '' ? '' : `/${this.namespace}`;
        return {
            method,
            path: `/services/apexrest${prefix}${path}`,
            call: `${method} ${path}`,
            ...(parameters !== undefined && { parameters }),
            ...(body !== undefined && { body }),
        };
    }
}
