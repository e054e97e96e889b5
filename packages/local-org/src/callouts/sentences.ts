/** Milliseconds of callouts in one transaction (Apex Developer Guide, "Callout Limits and Limitations"). */
export const TIME_FOR_CALLOUTS = 120_000;

/** What `System.CalloutException` says. */
export const CALLOUT_SENTENCES = {
    pendingWork: 'You have uncommitted work pending. Please commit or rollback before calling out',
    fromTrigger: 'Callout from triggers are currently not supported.',
    fromSchedule: 'Callout from scheduled Apex not supported.',
    notDeclared:
        'Callout not allowed from this future method. Please enable callout by annotating the future method. ' +
        'eg: @Future(callout=true)',
    timedOut: 'Read timed out',
    timeUsedUp: `Exceeded maximum time allotted for callout (${TIME_FOR_CALLOUTS} ms)`,
    connectionRefused: 'Connection refused',
    connectionReset: 'Connection reset',
    closedEarly: 'Unexpected end of file from server',
    unknownHost: (host: string) => `Unknown host: ${host}`,
    tls: (reason: string) => `PKIX path building failed: ${reason}`,
    tooLarge: (what: 'request' | 'response', limit: number, size: number) =>
        `Exceeded max size limit of ${limit} with ${what} size ${size}`,
    noEndpoint: 'Endpoint must be specified',
    noProtocol: (endpoint: string) => `no protocol: ${endpoint}`,
    unknownProtocol: (protocol: string) => `unknown protocol: ${protocol}`,
    invalidUrl: (endpoint: string) => `Invalid URL: ${endpoint}`,
    noMethod: 'Method must be specified',
    invalidMethod: (method: string) => `Invalid HTTP method: ${method}`,
    invalidHeader: (name: string) => `Illegal character(s) in message header: ${name}`,
    unauthorized: (endpoint: string) =>
        `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`,
    loop: 'Callout loop not allowed',
} as const;
