import { text } from '../../../metadata/xml.ts';
import type { Service } from '../../routing/service.ts';
import { runAnonymous } from '../logs/run-anonymous.ts';
import type { ServiceContext } from '../service-context.ts';
import { soapErrors } from './errors.ts';
import { anonymousXml, loginResult } from './model.ts';
import { type SoapOperation, soapRoutes } from './operation.ts';

/** The partner API as far as it logs in and out, and the Apex API as far as it runs anonymous Apex. */
export function soapService(context: ServiceContext): Service {
    const { host, sessions } = context;

    const login: SoapOperation = {
        isOpen: true,
        answer({ parameters }, _session, version) {
            const user = host.users.byUsername(text(parameters, 'username') ?? '');
            const password = text(parameters, 'password') ?? '';
            if (user === undefined || !host.users.isActive(user.id) || !sessions.isPassword(user.id, password)) {
                throw soapErrors.invalidLogin();
            }
            const token = sessions.open({ userId: user.id, clientId: null });
            return { body: { result: loginResult(host, user.id, token, version) } };
        },
    };

    const logout: SoapOperation = {
        answer(_call, session) {
            sessions.end(session.token);
            return { body: '' };
        },
    };

    const executeAnonymous: SoapOperation = {
        async answer({ parameters }, { userId }, version) {
            // Clients send the code in one parameter, whose name they spell in two ways.
            const code = text(parameters, 'String') ?? text(parameters, 'apexcode') ?? '';
            const { result, log } = await runAnonymous(context, code, userId, version);
            const header = result.compiled ? { DebuggingInfo: { debugLog: log } } : null;
            return { body: { result: anonymousXml(result) }, header };
        },
    };

    const partner = { login, logout };
    const routes = [
        ...soapRoutes(context, 'partner', 'u', partner),
        ...soapRoutes(context, 'enterprise', 'c', partner),
        ...soapRoutes(context, 'apex', 's', { executeAnonymous }),
    ];
    return { name: 'soap', routes };
}
