import { generate } from 'selfsigned';

const DAY = 86_400_000;
const VALID_DAYS = 365;

export interface Certificate {
    /** PEM. */
    readonly key: string;
    /** PEM. */
    readonly certificate: string;
}

/** A certificate for this machine alone. Clients of the Pub/Sub API insist on TLS; nobody has signed it but itself. */
export async function selfSignedCertificate(now: number): Promise<Certificate> {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
        notBeforeDate: new Date(now - DAY),
        notAfterDate: new Date(now + VALID_DAYS * DAY),
        keySize: 2048,
        algorithm: 'sha256',
        extensions: [
            {
                name: 'subjectAltName',
                altNames: [
                    { type: 2, value: 'localhost' },
                    { type: 7, ip: '127.0.0.1' },
                ],
            },
        ],
    });
    return { key, certificate: cert };
}
