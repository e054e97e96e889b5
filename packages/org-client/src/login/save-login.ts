/** A session that was opened some other way than by sf. */
interface NewLogin {
    instanceUrl: string;
    accessToken: string;
    alias: string;
}

/**
 * Saves a session where sf keeps its logins, so that sf and everything that reads them can use it by its alias.
 *
 * @throws what sf's library throws where the org does not accept the session
 */
export async function saveLogin({ instanceUrl, accessToken, alias }: NewLogin): Promise<void> {
    const { logIn } = await import('./log-in.ts');
    await logIn({ accessTokenOptions: { accessToken, instanceUrl, loginUrl: instanceUrl } }, alias);
}
