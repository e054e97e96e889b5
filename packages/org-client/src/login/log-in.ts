import { AuthInfo } from '@salesforce/core';

/** Loads the whole of sf's library, so this module is itself loaded only where somebody logs in. */
export async function logIn(options: AuthInfo.Options, alias: string): Promise<void> {
    const authInfo = await AuthInfo.create(options);
    await authInfo.save();
    await authInfo.handleAliasAndDefaultSettings({ alias, setDefault: false, setDefaultDevHub: false });
}
