import { ApiError } from '../../routing/api-error.ts';
import { text } from '../../routing/reply.ts';
import type { Route } from '../../routing/service.ts';
import type { Session } from '../../sessions/session.ts';
import type { HttpReply } from '../../thread/messages.ts';
import type { ServiceContext } from '../service-context.ts';
import { readEnvelope, type SoapCall, type SoapNamespace, type SoapValue, writeEnvelope } from './envelope.ts';
import { SoapFault, soapErrors } from './errors.ts';

export interface SoapAnswer {
    /** Inside of `<operationResponse>`. */
    readonly body: SoapValue;
    readonly header?: SoapValue;
}

export interface SoapOperation {
    /** `login` alone is open to everybody. */
    readonly isOpen?: boolean;
    answer(call: SoapCall, session: Session, version: string): Promise<SoapAnswer> | SoapAnswer;
}

const XML_TYPE = 'text/xml;charset=UTF-8';
const NOBODY: Session = { token: '', userId: '', clientId: null };

/** A SOAP API: the operations under one address, with whatever follows the version in it. */
export function soapRoutes(
    { sessions }: ServiceContext,
    namespace: SoapNamespace,
    letter: 'u' | 'c' | 's' | 'm',
    operations: Readonly<Record<string, SoapOperation>>,
): Route[] {
    async function answer(message: string, version: string): Promise<HttpReply> {
        try {
            const call = readEnvelope(message);
            const operation = operations[call.operation];
            if (operation === undefined) throw soapErrors.unknownOperation(call.operation);
            const session = operation.isOpen === true ? NOBODY : sessionOf(call);
            const { body, header = null } = await operation.answer(call, session, version);
            return text(writeEnvelope(namespace, { [`${call.operation}Response`]: body }, header), XML_TYPE);
        } catch (error) {
            if (error instanceof SoapFault) return text(faultOf(namespace, error), XML_TYPE, 500);
            throw error;
        }
    }

    function sessionOf({ sessionId }: SoapCall): Session {
        try {
            return sessions.use(sessionId);
        } catch (error) {
            if (error instanceof ApiError && error.status === 401) throw soapErrors.invalidSession();
            throw error;
        }
    }

    return ['', '/:part'].map((rest) => ({
        method: 'POST',
        path: `/services/Soap/${letter}/:version${rest}`,
        access: 'everybody',
        answer: (request) => answer(request.text, request.param('version')),
    }));
}

function faultOf(namespace: SoapNamespace, { code, message }: SoapFault): string {
    return writeEnvelope(namespace, { 'soapenv:Fault': { faultcode: code, faultstring: message } });
}
