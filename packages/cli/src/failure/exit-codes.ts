/** Every way in which a command can end. Scripts rely on the numbers: one is added, none is changed. */
export const EXIT_CODES = {
    OK: { code: 0, meaning: 'What was asked for was done, and all is well.' },
    FAILED: {
        code: 1,
        meaning: 'It was done and the outcome is bad: a test failed, Apex threw, a deployment was refused.',
    },
    USAGE: { code: 2, meaning: 'The command was given wrongly, or the project does not compile.' },
    AUTH: { code: 3, meaning: 'No org was named, sf is not logged in to it, or the session could not be renewed.' },
    NOT_INSTALLED: { code: 4, meaning: 'SW Studio is not installed in the org, or is older than this command line.' },
    FORBIDDEN: { code: 5, meaning: 'The user may not do that in the org.' },
    ALREADY_RUNNING: { code: 6, meaning: 'The sync, a cycle or a local org is running already. Nothing was changed.' },
    SYNC_UNHEALTHY: { code: 7, meaning: 'The org answered, and the sync is not healthy or a check found an error.' },
    ORG_ERROR: { code: 8, meaning: 'The org could not be reached, refused the request, or failed on it.' },
    TIMEOUT: { code: 9, meaning: 'It took longer than it was given.' },
    INTERNAL: { code: 70, meaning: 'A defect of this command line.' },
    PARTIAL: { code: 68, meaning: 'Some of it was done and some was not.' },
    INTERRUPTED: { code: 130, meaning: 'It was stopped from the keyboard before it was done.' },
} as const;

export type ExitName = keyof typeof EXIT_CODES;

/** How a command ends on an error of a code; codes that are not here end as ORG_ERROR. */
const EXIT_BY_ERROR: Readonly<Record<string, ExitName>> = {
    NO_TARGET_ORG: 'AUTH',
    NOT_LOGGED_IN: 'AUTH',
    LOGIN_UNREADABLE: 'AUTH',
    SESSION_EXPIRED: 'AUTH',
    PACKAGE_NOT_INSTALLED: 'NOT_INSTALLED',
    PACKAGE_TOO_OLD: 'NOT_INSTALLED',
    NO_PERMISSION: 'FORBIDDEN',
    INSUFFICIENT_ACCESS: 'FORBIDDEN',
    SYNC_USER_NOT_ELIGIBLE: 'FORBIDDEN',
    SYNC_ALREADY_RUNNING: 'ALREADY_RUNNING',
    ORG_TIMEOUT: 'TIMEOUT',
    INVALID_PARAMETER: 'USAGE',
    UNKNOWN_FIX: 'USAGE',
    USAGE: 'USAGE',
    INTERNAL: 'INTERNAL',
    INTERRUPTED: 'INTERRUPTED',
    CANNOT_ASK: 'USAGE',
    SOURCE_INVALID: 'FAILED',
    FOLDER_IN_USE: 'ALREADY_RUNNING',
};

export function exitOf(errorCode: string): ExitName {
    return EXIT_BY_ERROR[errorCode] ?? 'ORG_ERROR';
}
