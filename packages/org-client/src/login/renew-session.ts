import { AuthInfo } from '@salesforce/core';
import { OrgError } from '../errors/org-error.ts';
import type { OrgLogin } from './org-login.ts';

/**
 * A new access token by the way the user logged in (refresh token or JWT), saved where sf keeps it. The whole of sf's
 * library is loaded here and nowhere else, so this module is itself loaded only when a session has expired.
 *
 * @throws OrgError SESSION_EXPIRED where the login cannot be renewed, such as one by access token
 */
export async function renewSession({ username, name }: OrgLogin): Promise<string> {
    try {
        const authInfo = await AuthInfo.create({ username });
        const { refreshFn } = authInfo.getConnectionOptions();
        if (refreshFn === undefined) throw new Error('This kind of login holds nothing to renew the session with.');
        return await new Promise<string>((resolve, reject) => {
            const done = (error: unknown, accessToken?: string): void => {
                if (accessToken === undefined)
                    reject(error instanceof Error ? error : new Error('No token came back.'));
                else resolve(accessToken);
            };
            void refreshFn(null as never, done as never);
        });
    } catch (cause) {
        throw OrgError.of('SESSION_EXPIRED', { org: name }, { cause });
    }
}
