import type { AnonymousResult } from '../../../entry-points/apex-anonymous.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import type { SoapValue } from './envelope.ts';
import { SESSION_SECONDS } from './limits.ts';

export function loginResult(host: HostedOrg, userId: string, sessionId: string, version: string): SoapValue {
    const user = host.org.user(userId);
    const { organizationId } = host.org.ids;
    const address = (letter: string): string =>
        `${host.settings.baseUrl}/services/Soap/${letter}/${version}/${organizationId}`;
    return {
        metadataServerUrl: address('m'),
        passwordExpired: false,
        sandbox: host.settings.isSandbox,
        serverUrl: address('u'),
        sessionId,
        userId,
        userInfo: {
            organizationId,
            organizationName: host.org.options.name,
            profileId: user.profileId,
            roleId: user.roleId,
            sessionSecondsValid: SESSION_SECONDS,
            userEmail: user.email,
            userFullName: user.firstName === null ? user.lastName : `${user.firstName} ${user.lastName}`,
            userId,
            userLanguage: user.language,
            userLocale: user.locale,
            userName: user.username,
            userTimeZone: user.timeZone,
            userType: user.userType,
        },
    };
}

export function anonymousXml(result: AnonymousResult): SoapValue {
    const { column, compileProblem, compiled, exceptionMessage, exceptionStackTrace, line, success } = result;
    return { column, compileProblem, compiled, exceptionMessage, exceptionStackTrace, line, success };
}
