import { READ_ONLY, SETUP } from './capabilities.ts';
import type { Overlay } from './overlay.ts';

const DEFAULT_ACCESS = 'picklist(40) restricted readonly defaulted: None | Read | Edit* | ControlledByParent';

export const organizationOverlay: Overlay = {
    Organization: {
        keyPrefix: '00D',
        capabilities: { createable: false, deletable: false },
        fields: {
            Name: 'string(80) required name updateOnly',
            ComplianceBccEmail: 'email(80)',
            DefaultAccountAccess: DEFAULT_ACCESS,
            DefaultCaseAccess: DEFAULT_ACCESS,
            DefaultContactAccess: DEFAULT_ACCESS,
            DefaultLeadAccess: DEFAULT_ACCESS,
            DefaultOpportunityAccess: DEFAULT_ACCESS,
            FiscalYearStartMonth: 'int(8) readonly',
            InstanceName: 'string(5) readonly',
            IsReadOnly: 'boolean readonly defaulted',
            IsSandbox: 'boolean readonly defaulted',
            NamespacePrefix: 'string(15) readonly',
            OrganizationType:
                'picklist(40) restricted readonly: Team Edition | Professional Edition | Enterprise Edition | Developer Edition | Personal Edition | Unlimited Edition | Contact Manager Edition | Base Edition | Essentials Edition',
            TrialExpirationDate: 'datetime readonly',
        },
        labels: { OrganizationType: 'Edition', Name: 'Name' },
    },
    RecordType: {
        keyPrefix: '012',
        capabilities: SETUP,
        fields: {
            Name: 'string(80) required name',
            DeveloperName: 'string(80) required',
            Description: 'string(255)',
            BusinessProcessId: 'reference(BusinessProcess)',
            NamespacePrefix: 'string(15) readonly',
            SobjectType: 'picklist(40) restricted required createOnly',
            IsPersonType: 'boolean readonly defaulted PersonAccounts',
        },
        labels: { SobjectType: 'SObject Type Name', DeveloperName: 'Record Type Name' },
    },
    BusinessProcess: {
        keyPrefix: '019',
        pluralLabel: 'Business Processes',
        capabilities: SETUP,
        fields: { Name: 'string(80) required name' },
    },
    BusinessHours: {
        keyPrefix: '01m',
        pluralLabel: 'Business Hours',
        capabilities: READ_ONLY,
        fields: { Name: 'string(80) required name' },
    },
    Holiday: {
        keyPrefix: '0C0',
        fields: {
            Name: 'string(80) required name',
            Description: 'string(100)',
            NextOccurrenceDate: 'date readonly',
            RecurrenceInstance: 'picklist(40) restricted: First | Second | Third | Fourth | Last',
            RecurrenceType:
                'picklist(40) restricted: RecursDaily | RecursEveryWeekday | RecursMonthly | RecursMonthlyNth | RecursWeekly | RecursYearly | RecursYearlyNth',
        },
    },
    PackageLicense: {
        keyPrefix: '050',
        capabilities: { ...READ_ONLY, setup: true },
        fields: { Status: 'picklist(40) restricted: Active | Expired | Free | Trial' },
    },
    Publisher: { nature: 'virtual', fields: { Name: 'string(255) name' } },
    Period: { keyPrefix: '026', capabilities: READ_ONLY },
    FiscalYearSettings: {
        keyPrefix: '022',
        pluralLabel: 'Fiscal Year Settings',
        capabilities: READ_ONLY,
        fields: { Name: 'string(80) name' },
    },
    CurrencyType: {
        keyPrefix: '01L',
        fields: {
            IsoCode: 'picklist(3) required',
            ConversionRate: 'double(18,6) required',
            DecimalPlaces: 'int(1) required',
        },
    },
    DatedConversionRate: {
        fields: {
            IsoCode: 'picklist(3) required',
            StartDate: 'date required',
            ConversionRate: 'double(18,6) required',
        },
    },
    RecentlyViewed: { nature: 'virtual', pluralLabel: 'Recently Viewed', fields: { Name: 'string(255) name' } },
    SetupAuditTrail: { keyPrefix: '0Ym', capabilities: READ_ONLY },
    AssignmentRule: { keyPrefix: '01Q', capabilities: READ_ONLY, fields: { Name: 'string(120) name' } },
    Network: {
        keyPrefix: '0DB',
        capabilities: { createable: false, deletable: false },
        fields: { Name: 'string(255) name' },
    },
    NetworkMember: { capabilities: { createable: false, deletable: false } },
    Site: { keyPrefix: '0DM', capabilities: READ_ONLY, fields: { Name: 'string(80) name' } },
    Domain: { keyPrefix: '0I4', capabilities: READ_ONLY, fields: { Domain: 'string(255) name' } },
    DomainSite: { capabilities: READ_ONLY },
    WebLink: { keyPrefix: '00b', capabilities: READ_ONLY, fields: { Name: 'string(240) name' } },
    AppDefinition: { nature: 'virtual', fields: { DeveloperName: 'string(80) name' } },
    AppMenuItem: { keyPrefix: '0DS', capabilities: READ_ONLY, fields: { Name: 'string(80) name' } },
    UserAppInfo: {},
    ListView: { keyPrefix: '00B', capabilities: READ_ONLY, fields: { Name: 'string(40) name' } },
    Report: { keyPrefix: '00O', capabilities: READ_ONLY, fields: { Name: 'string(40) name' } },
    Dashboard: { keyPrefix: '01Z', capabilities: READ_ONLY, fields: { Title: 'string(80) name' } },
    DashboardComponent: { keyPrefix: '01a', capabilities: READ_ONLY, fields: { Name: 'string(40) name' } },
    DandBCompany: { keyPrefix: '06E', pluralLabel: 'D&B Companies', fields: { Name: 'string(255) name' } },
    DuplicateRule: { keyPrefix: '0Bm', capabilities: READ_ONLY, fields: { DeveloperName: 'string(80) name' } },
    DuplicateRecordSet: {
        keyPrefix: '0GK',
        fields: { Name: 'string(255) autoNumber name', RecordCount: 'int(8) calculated' },
    },
    DuplicateRecordItem: {
        keyPrefix: '0GL',
        fields: {
            Name: 'string(255) autoNumber name',
            DuplicateRecordSetId: 'reference(DuplicateRecordSet) required createOnly',
            RecordId: 'same required createOnly',
        },
    },
    MatchingRule: { keyPrefix: '0JD', capabilities: READ_ONLY },
    MatchingRuleItem: { capabilities: READ_ONLY },
    ContactPointAddress: { fields: { Name: 'string(255) required name', ParentId: 'reference(Account, Individual)' } },
    ContactPointEmail: { fields: { EmailAddress: 'email(255) required', ParentId: 'reference(Account, Individual)' } },
    ContactPointPhone: {
        fields: { TelephoneNumber: 'phone(40) required', ParentId: 'reference(Account, Individual)' },
    },
};
