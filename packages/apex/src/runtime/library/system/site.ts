import type { TypeLibrary } from '../../library.ts';

const OUTSIDE = 'There are no sites here: every member answers what the platform answers outside of one.';

const nothing = (): null => null;
const no = (): boolean => false;

/** Members that say nothing outside of a site. */
const NULL_OUTSIDE = [
    'getAdminEmail()',
    'getAdminId()',
    'getDomain()',
    'getErrorDescription()',
    'getErrorMessage()',
    'getMasterLabel()',
    'getName()',
    'getPathPrefix()',
    'getSiteId()',
    'getSiteType()',
    'getSiteTypeLabel()',
    'getTemplate()',
];

const FALSE_OUTSIDE = ['isLoginEnabled()', 'isPasswordExpired()', 'isRegistrationEnabled()'];

/** Code that serves both asks where it runs: every request of the local org is one outside of Experience Cloud. */
export const siteLibraries: readonly TypeLibrary[] = [
    {
        type: 'System.Site',
        statics: {
            ...Object.fromEntries(NULL_OUTSIDE.map((name) => [name, nothing])),
            ...Object.fromEntries(FALSE_OUTSIDE.map((name) => [name, no])),
        },
        partly: { 'getSiteId()': OUTSIDE },
    },
    {
        type: 'System.Network',
        statics: { 'getNetworkId()': nothing },
        partly: { 'getNetworkId()': OUTSIDE },
    },
];
