import { OrgServer } from './org-server.ts';
import { Sf } from './sf.ts';

/** An org with the real CLI logged in to it, its default org. */
export async function signedInSf(): Promise<{ readonly org: OrgServer; readonly sf: Sf }> {
    const org = await OrgServer.start();
    const sf = new Sf();
    const login = ['org', 'login', 'access-token', '--no-prompt', '--set-default', '--alias', 'local'];
    const { status, message } = await sf.json([...login, '--instance-url', org.url], { SF_ACCESS_TOKEN: org.token });
    if (status !== 0) throw new Error(message);
    return { org, sf };
}
