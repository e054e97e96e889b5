/** Object permissions in the order in which they are written: create, read, edit, delete. */
export type ObjectGrant = 'R' | 'CRE' | 'CRED';

/**
 * What the profiles that come with an org grant on standard objects (Salesforce Help, "Standard Profiles"), with all
 * standard fields of these objects. Custom objects and custom fields are granted by nobody until a profile or permission
 * set is deployed that does; profiles that are missing here grant no object at all.
 */
export const STANDARD_PROFILE_GRANTS: Readonly<Record<string, Readonly<Record<string, ObjectGrant>>>> = {
    'Standard User': salesObjects('CRED'),
    'Solution Manager': salesObjects('CRED'),
    'Contract Manager': salesObjects('CRED'),
    'Marketing User': { ...salesObjects('CRED'), Campaign: 'CRED', CampaignMember: 'CRED' },
    'Read Only': salesObjects('R'),
    'Standard Platform User': { Account: 'CRED', Contact: 'CRED', Task: 'CRED', Event: 'CRED' },
};

/** Standard fields that come with no standard profile: those of the data service that was retired. */
export const UNGRANTED_FIELDS: ReadonlySet<string> = new Set(
    ['DunsNumber', 'NaicsCode', 'NaicsDesc', 'Tradestyle', 'YearStarted'].map(
        (name) => `account.${name.toLowerCase()}`,
    ),
);

function salesObjects(grant: ObjectGrant): Readonly<Record<string, ObjectGrant>> {
    const names = ['Account', 'Asset', 'Case', 'Contact', 'Contract', 'Event', 'Lead', 'Opportunity', 'Order', 'Task'];
    return {
        ...Object.fromEntries(names.map((name) => [name, grant])),
        Case: grant === 'R' ? 'R' : 'CRE',
        Campaign: 'R',
        CampaignMember: 'R',
        Pricebook2: 'R',
        Product2: 'R',
    };
}
