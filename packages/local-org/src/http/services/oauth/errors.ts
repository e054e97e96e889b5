import { json } from '../../routing/reply.ts';
import type { HttpReply } from '../../thread/messages.ts';

/** Refusals of the token endpoint (Salesforce Help, "OAuth 2.0 Error Codes"). */
export const OAUTH_ERRORS = {
    unsupportedGrantType: ['unsupported_grant_type', 'grant type not supported'],
    unknownClient: ['invalid_client_id', 'client identifier invalid'],
    wrongSecret: ['invalid_client', 'invalid client credentials'],
    authenticationFailure: ['invalid_grant', 'authentication failure'],
    expiredRefreshToken: ['invalid_grant', 'expired access/refresh token'],
    invalidCode: ['invalid_grant', 'invalid authorization code'],
    invalidAssertion: ['invalid_grant', 'invalid assertion'],
    wrongAudience: ['invalid_grant', 'audience is invalid'],
    unapprovedUser: ['invalid_grant', "user hasn't approved this consumer"],
    noClientCredentialsUser: ['invalid_grant', 'no client credentials user enabled'],
    inactiveUser: ['inactive_user', 'user is inactive'],
    invalidRedirect: ['redirect_uri_mismatch', 'redirect_uri must match configuration'],
    invalidToken: ['invalid_token', 'invalid token'],
} as const satisfies Record<string, readonly [error: string, description: string]>;

export class OauthError extends Error {
    override readonly name = 'OauthError';
    readonly code: string;

    constructor(name: keyof typeof OAUTH_ERRORS, cause?: unknown) {
        const [code, description] = OAUTH_ERRORS[name];
        super(description, cause === undefined ? {} : { cause });
        this.code = code;
    }

    get reply(): HttpReply {
        return json({ error: this.code, error_description: this.message }, 400);
    }
}
