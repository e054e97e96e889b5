/** What can go wrong between a client and an org, each with its sentence and what to do about it. */
interface OrgErrorDescription {
    /** `{name}` is replaced by the values that the error is made with. */
    sentence: string;
    /** In the order in which they should be tried. */
    remedies: readonly string[];
    /** Who has to act: the caller, whoever runs the org, or nobody but time. */
    concerns: 'caller' | 'org' | 'network';
}

export const ORG_ERRORS = {
    NO_TARGET_ORG: {
        sentence: 'No org was named, and sf has no default org.',
        remedies: [
            'Name one: --target-org <alias or username>',
            'Set a default: sf config set target-org <alias or username>',
        ],
        concerns: 'caller',
    },
    NOT_LOGGED_IN: {
        sentence: 'sf is not logged in to "{org}".',
        remedies: ['Log in: sf org login web --alias {org}', 'See what sf is logged in to: sf org list'],
        concerns: 'caller',
    },
    LOGIN_UNREADABLE: {
        sentence: 'What sf saved of its login to "{org}" cannot be read.',
        remedies: ['Log in again: sf org login web --alias {org}'],
        concerns: 'caller',
    },
    SESSION_EXPIRED: {
        sentence: 'The session of "{org}" has expired and could not be renewed.',
        remedies: ['Log in again: sf org login web --alias {org}'],
        concerns: 'caller',
    },
    PACKAGE_NOT_INSTALLED: {
        sentence: 'SW Studio is not installed in "{org}".',
        remedies: [
            'Install the package, then assign the permission set SW Studio Administrator to yourself.',
            'If it is there under another namespace, name that: --namespace <namespace>',
        ],
        concerns: 'org',
    },
    PACKAGE_TOO_OLD: {
        sentence: 'The SW Studio that is installed in "{org}" has no {call}: it is older than this command line.',
        remedies: ['Upgrade the package in the org, or use the command line that came with it.'],
        concerns: 'org',
    },
    NO_PERMISSION: {
        sentence: 'The user {user} may not call {call} of "{org}".',
        remedies: ['Ask an administrator for the permission set SW Studio Administrator (to look on: SW Studio User).'],
        concerns: 'org',
    },
    ORG_UNREACHABLE: {
        sentence: 'The org "{org}" does not answer at {host}.',
        remedies: ['Check the network and the address: sf org display --target-org {org}'],
        concerns: 'network',
    },
    CONNECTION_CUT: {
        sentence: 'The connection to "{org}" was cut before it had answered {call}.',
        remedies: [
            'Look whether it was done all the same before you send a change again. A read can simply be repeated.',
        ],
        concerns: 'network',
    },
    TLS_FAILED: {
        sentence: 'No secure connection to {host}: {reason}.',
        remedies: [
            'If your network inspects TLS, give its certificate authority to Node.js: NODE_EXTRA_CA_CERTS=<file.pem>',
        ],
        concerns: 'network',
    },
    PROXY_FAILED: {
        sentence: 'The proxy {proxy} did not let the request through to {host}.',
        remedies: [
            'Check HTTPS_PROXY, HTTP_PROXY and the credentials in them; hosts to reach directly belong in NO_PROXY.',
        ],
        concerns: 'network',
    },
    API_LIMIT_REACHED: {
        sentence: 'The org "{org}" accepts no more API requests: its allowance is used up.',
        remedies: ['Wait: the allowance is per 24 hours.', 'See who uses it: sf org list limits --target-org {org}'],
        concerns: 'org',
    },
    ORG_TIMEOUT: {
        sentence: 'The org "{org}" did not answer {call} within {seconds} s.',
        remedies: [
            'Give it longer: --timeout <seconds>',
            'Look whether a change was made all the same before you send it again.',
        ],
        concerns: 'network',
    },
    MALFORMED_ANSWER: {
        sentence: 'The org "{org}" answered {call} with something else than the contract says: {reason}.',
        remedies: ['Check that {host} is a Salesforce org, and that no login page or proxy answers in its place.'],
        concerns: 'org',
    },
    REQUEST_REFUSED: {
        sentence: 'The org "{org}" refused {call}: {reason}',
        remedies: ['Correct what the sentence of the org names.'],
        concerns: 'caller',
    },
    ORG_ERROR: {
        sentence: 'The org "{org}" failed on {call}: {reason}',
        remedies: ['Try again in a moment.', 'If it stays: look at the debug logs of the org.'],
        concerns: 'org',
    },
} as const satisfies Record<string, OrgErrorDescription>;

export type OrgErrorCode = keyof typeof ORG_ERRORS;
