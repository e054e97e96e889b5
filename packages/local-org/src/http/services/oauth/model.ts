import { createHmac } from 'node:crypto';
import type { HostedOrg } from '../../org/hosted-org.ts';

/** Address of a user, which is also how clients tell users apart. */
export function identityUrl({ settings, org }: HostedOrg, userId: string): string {
    return `${settings.baseUrl}/id/${org.ids.organizationId}/${userId}`;
}

export function tokenJson(host: HostedOrg, userId: string, accessToken: string, refreshToken: string | null): object {
    const id = identityUrl(host, userId);
    const issued_at = String(Date.now());
    return {
        access_token: accessToken,
        ...(refreshToken !== null && { refresh_token: refreshToken }),
        signature: createHmac('sha256', accessToken)
            .update(id + issued_at)
            .digest('base64'),
        scope: refreshToken === null ? 'api id' : 'api id refresh_token',
        instance_url: host.settings.baseUrl,
        id,
        token_type: 'Bearer',
        issued_at,
    };
}

/** OpenID Connect (Salesforce Help, "Query for User Information"). */
export function userInfo(host: HostedOrg, userId: string): object {
    const user = host.org.user(userId);
    return {
        sub: identityUrl(host, userId),
        user_id: userId,
        organization_id: host.org.ids.organizationId,
        preferred_username: user.username,
        nickname: host.users.field(userId, 'CommunityNickname'),
        name: fullName(user),
        email: user.email,
        email_verified: true,
        given_name: user.firstName,
        family_name: user.lastName,
        zoneinfo: user.timeZone,
        active: host.users.isActive(userId),
        user_type: user.userType.toUpperCase(),
        language: user.language,
        locale: user.locale,
        urls: urlsOf(host),
    };
}

/** Salesforce Help, "Identity URLs". */
export function identity(host: HostedOrg, userId: string): object {
    const user = host.org.user(userId);
    return {
        id: identityUrl(host, userId),
        asserted_user: true,
        user_id: userId,
        organization_id: host.org.ids.organizationId,
        username: user.username,
        nick_name: host.users.field(userId, 'CommunityNickname'),
        display_name: fullName(user),
        email: user.email,
        email_verified: true,
        first_name: user.firstName,
        last_name: user.lastName,
        timezone: user.timeZone,
        active: host.users.isActive(userId),
        user_type: user.userType.toUpperCase(),
        language: user.language,
        locale: user.locale,
        urls: urlsOf(host),
    };
}

function fullName({ firstName, lastName }: { firstName: string | null; lastName: string }): string {
    return firstName === null ? lastName : `${firstName} ${lastName}`;
}

function urlsOf({ settings: { baseUrl } }: HostedOrg): Readonly<Record<string, string>> {
    const data = `${baseUrl}/services/data/v{version}`;
    return {
        rest: `${data}/`,
        sobjects: `${data}/sobjects/`,
        query: `${data}/query/`,
        metadata: `${baseUrl}/services/Soap/m/{version}`,
        partner: `${baseUrl}/services/Soap/u/{version}`,
        tooling_rest: `${data}/tooling/`,
    };
}
