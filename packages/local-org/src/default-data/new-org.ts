import type { SetupRows } from './setup-rows.ts';

export type OrgEdition = 'Developer Edition' | 'Enterprise Edition' | 'Unlimited Edition' | 'Professional Edition';

export interface NewOrgOptions {
    readonly name: string;
    readonly edition: OrgEdition;
    readonly isSandbox: boolean;
    readonly namespace: string;
    readonly username: string;
    /** IANA name. */
    readonly timeZone: string;
    readonly locale: string;
    readonly language: string;
    /** 1 to 12. */
    readonly fiscalYearStartMonth: number;
}

export interface NewOrgIds {
    readonly organizationId: string;
    readonly adminId: string;
    readonly automatedProcessId: string;
}

/** Profiles that code in the wild looks up by name, with the permissions that make them what they are. */
const PROFILES: readonly (readonly [name: string, license: string, permissions: readonly string[]])[] = [
    [
        'System Administrator',
        'Salesforce',
        [
            'PermissionsModifyAllData',
            'PermissionsViewAllData',
            'PermissionsAuthorApex',
            'PermissionsApiEnabled',
            'PermissionsViewSetup',
            'PermissionsManageUsers',
            'PermissionsCustomizeApplication',
        ],
    ],
    ['Standard User', 'Salesforce', ['PermissionsApiEnabled']],
    ['Read Only', 'Salesforce', ['PermissionsApiEnabled']],
    ['Solution Manager', 'Salesforce', ['PermissionsApiEnabled']],
    ['Marketing User', 'Salesforce', ['PermissionsApiEnabled']],
    ['Contract Manager', 'Salesforce', ['PermissionsApiEnabled']],
    ['Minimum Access - Salesforce', 'Salesforce', []],
    ['Minimum Access - API Only Integrations', 'Salesforce Integration', ['PermissionsApiEnabled']],
    ['Standard Platform User', 'Salesforce Platform', ['PermissionsApiEnabled']],
    ['Chatter Free User', 'Chatter Free', []],
    ['Guest License User', 'Guest', []],
];

/** What every new org has before anything is deployed into it. */
export function fillNewOrg(rows: SetupRows, options: NewOrgOptions): NewOrgIds {
    const organizationId = rows.insert('Organization', {
        Name: options.name,
        OrganizationType: options.edition,
        IsSandbox: options.isSandbox,
        NamespacePrefix: options.namespace || null,
        DefaultLocaleSidKey: options.locale,
        LanguageLocaleKey: options.language,
        TimeZoneSidKey: options.timeZone,
        FiscalYearStartMonth: options.fiscalYearStartMonth,
        UsesStartDateAsFiscalYearName: false,
        InstanceName: 'LOCAL',
        UiSkin: 'Theme3',
        Country: 'US',
    });
    const profiles = insertProfiles(rows);
    const adminId = rows.insert('User', userValues(options, profiles.get('System Administrator') ?? ''));
    rows.userId = adminId;
    const automatedProcessId = rows.insert('User', automatedProcess(options));
    insertStandardQueues(rows);
    insertStatuses(rows);
    rows.insert('Pricebook2', { Name: 'Standard Price Book', IsStandard: true, IsActive: true });
    return { organizationId, adminId, automatedProcessId };
}

function insertProfiles(rows: SetupRows): ReadonlyMap<string, string> {
    const licenses = new Map<string, string>();
    const profiles = new Map<string, string>();
    for (const [name, license, permissions] of PROFILES) {
        if (!licenses.has(license)) {
            const definition = {
                Name: license,
                MasterLabel: license,
                LicenseDefinitionKey: license.toUpperCase().replaceAll(' ', '_'),
                Status: 'Active',
                TotalLicenses: 100,
            };
            licenses.set(license, rows.insert('UserLicense', definition));
        }
        const granted = Object.fromEntries(permissions.map((permission) => [permission, true]));
        const profileId = rows.insert('Profile', {
            Name: name,
            UserType: 'Standard',
            UserLicenseId: licenses.get(license),
            ...granted,
        });
        profiles.set(name, profileId);
        // Every profile owns a permission set; assignments and object permissions hang on it.
        rows.insert('PermissionSet', {
            Name: `X00ex${profileId.slice(0, 15)}`,
            Label: `00ex${profileId.slice(0, 15)}`,
            IsOwnedByProfile: true,
            ProfileId: profileId,
            Type: 'Profile',
            ...granted,
        });
    }
    return profiles;
}

function userValues(options: NewOrgOptions, profileId: string) {
    return {
        Username: options.username,
        FirstName: 'Admin',
        LastName: 'User',
        Name: 'Admin User',
        Alias: 'admin',
        CommunityNickname: 'admin',
        Email: 'admin@example.com',
        IsActive: true,
        ProfileId: profileId,
        UserType: 'Standard',
        TimeZoneSidKey: options.timeZone,
        LocaleSidKey: options.locale,
        LanguageLocaleKey: options.language,
        EmailEncodingKey: 'UTF-8',
    };
}

/** Platform event triggers run as this user. */
function automatedProcess(options: NewOrgOptions) {
    return {
        ...userValues(options, ''),
        ProfileId: null,
        Username: `autoproc@${options.username.split('@')[1] ?? 'example.com'}`,
        FirstName: 'Automated',
        LastName: 'Process',
        Name: 'Automated Process',
        Alias: 'autoproc',
        CommunityNickname: 'autoproc',
        Email: 'autoproc@example.com',
        UserType: 'AutomatedProcess',
    };
}

function insertStandardQueues(rows: SetupRows): void {
    rows.insert('Group', { Type: 'Organization', DeveloperName: 'AllInternalUsers', Name: 'All Internal Users' });
}

const STAGES: readonly (readonly [
    name: string,
    probability: number,
    category: string,
    closed: boolean,
    won: boolean,
])[] = [
    ['Prospecting', 10, 'Pipeline', false, false],
    ['Qualification', 10, 'Pipeline', false, false],
    ['Needs Analysis', 20, 'Pipeline', false, false],
    ['Value Proposition', 50, 'Pipeline', false, false],
    ['Id. Decision Makers', 60, 'Pipeline', false, false],
    ['Perception Analysis', 70, 'Pipeline', false, false],
    ['Proposal/Price Quote', 75, 'Pipeline', false, false],
    ['Negotiation/Review', 90, 'Pipeline', false, false],
    ['Closed Won', 100, 'Closed', true, true],
    ['Closed Lost', 0, 'Omitted', true, false],
];

/** Statuses are setup rows as well as picklist values: what they mean is read from here. */
function insertStatuses(rows: SetupRows): void {
    STAGES.forEach(([name, probability, category, isClosed, isWon], index) =>
        rows.insert('OpportunityStage', {
            MasterLabel: name,
            ApiName: name,
            DefaultProbability: probability,
            ForecastCategory: category,
            ForecastCategoryName: category,
            IsActive: true,
            IsClosed: isClosed,
            IsWon: isWon,
            SortOrder: index + 1,
        }),
    );
    insertList(
        rows,
        'LeadStatus',
        ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'],
        (name) => ({
            IsConverted: name === 'Closed - Converted',
        }),
    );
    insertList(rows, 'CaseStatus', ['New', 'Working', 'Escalated', 'Closed'], (name) => ({
        IsClosed: name === 'Closed',
    }));
    insertList(
        rows,
        'TaskStatus',
        ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
        (name) => ({
            IsClosed: name === 'Completed',
        }),
    );
    insertList(
        rows,
        'TaskPriority',
        ['High', 'Normal', 'Low'],
        (name) => ({ IsHighPriority: name === 'High' }),
        'Normal',
    );
}

function insertList(
    rows: SetupRows,
    object: string,
    names: readonly string[],
    meaning: (name: string) => Readonly<Record<string, boolean>>,
    defaultName = names[0],
): void {
    if (!rows.has(object)) return;
    names.forEach((name, index) =>
        rows.insert(object, {
            MasterLabel: name,
            ApiName: name,
            SortOrder: index + 1,
            IsDefault: name === defaultName,
            ...meaning(name),
        }),
    );
}
