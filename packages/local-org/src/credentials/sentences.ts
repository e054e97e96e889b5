/** What the platform says about credentials. */
export const CREDENTIAL_SENTENCES = {
    noAccess: (externalCredential: string) =>
        `We couldn't access the credential(s). You might not have the required permissions, or the external credential ` +
        `"${externalCredential}" might not exist.`,
    noEndpoint: (namedCredential: string) =>
        `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential ` +
        `"${namedCredential}" might not exist.`,
    noField: (path: string) => `Field ${path} does not exist`,
    exists: (what: string) => `${what} already exists.`,
    invalid: (what: string) => `Invalid value: ${what}`,
    mayNotManage: 'You do not have permission to manage named credentials.',
    siloedTest: 'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
} as const;

/** A credential asks for what the local org does not offer. It is no Apex exception: no code can catch it. */
export class UnsupportedCredentialError extends Error {
    override readonly name = 'UnsupportedCredentialError';
    readonly code = 'UNSUPPORTED_CREDENTIAL';
    readonly remedy = 'Use the authentication protocol Custom or Basic, or a fake answer in a test.';

    constructor(credential: string, what: string) {
        super(`The credential ${credential} needs ${what}, which the local org does not offer.`);
    }
}
