/** A refusal of a SOAP API. */
export class SoapFault extends Error {
    override readonly name = 'SoapFault';
    readonly code: string;

    constructor(code: string, message: string) {
        super(message);
        this.code = code;
    }
}

export const soapErrors = {
    malformed: (reason: string) => new SoapFault('soapenv:Client', `The message is no SOAP: ${reason}`),
    noOperation: () => new SoapFault('soapenv:Client', 'The message has no operation'),
    unknownOperation: (name: string) =>
        new SoapFault(
            'soapenv:Client',
            `No operation available for request ${name}, please check the WSDL for the service.`,
        ),
    invalidLogin: () =>
        new SoapFault(
            'INVALID_LOGIN',
            'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
        ),
    invalidSession: () =>
        new SoapFault(
            'sf:INVALID_SESSION_ID',
            'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session',
        ),
} as const;
