import { ConfigAggregator } from '@salesforce/core/configAggregator';
import { StateAggregator } from '@salesforce/core/stateAggregator';
import { OrgError } from '../errors/org-error.ts';
import type { OrgLogin } from './org-login.ts';

/**
 * Reads the login through sf's own library, of which only the modules that read files and keychains are loaded: the
 * whole of it takes longer to load than everything else takes together.
 *
 * @param target alias or username; absent: the default org of the project or the user
 * @throws OrgError NO_TARGET_ORG, NOT_LOGGED_IN, LOGIN_UNREADABLE
 */
export async function readSavedLogin(target: string | undefined): Promise<OrgLogin> {
    const named = target ?? (await defaultOrg());
    if (named === undefined) throw OrgError.of('NO_TARGET_ORG', {});
    const state = await StateAggregator.getInstance();
    const username = state.aliases.resolveUsername(named);
    const saved = await state.orgs.read(username, true).catch((cause: unknown) => {
        throw OrgError.of('LOGIN_UNREADABLE', { org: named }, { cause });
    });
    if (saved === null || saved === undefined) throw OrgError.of('NOT_LOGGED_IN', { org: named });
    const { instanceUrl, accessToken, instanceApiVersion } = saved;
    if (instanceUrl === undefined || accessToken === undefined) throw OrgError.of('LOGIN_UNREADABLE', { org: named });
    return {
        username,
        name: named,
        instanceUrl: instanceUrl.replace(/\/+$/, ''),
        accessToken,
        ...(instanceApiVersion !== undefined && { apiVersion: instanceApiVersion }),
    };
}

async function defaultOrg(): Promise<string | undefined> {
    const value = (await ConfigAggregator.create()).getPropertyValue('target-org');
    return typeof value === 'string' && value !== '' ? value : undefined;
}
