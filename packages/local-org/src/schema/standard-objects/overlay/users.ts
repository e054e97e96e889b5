import { READ_ONLY, SETUP } from './capabilities.ts';
import type { Overlay } from './overlay.ts';

const ACCESS_FOR_ACCOUNT_OWNER = 'picklist(40) restricted defaulted: None | Read | Edit*';
const LOCALES =
    'picklist(40) restricted required: de | de_DE | en_AU | en_CA | en_GB | en_US | es | es_ES | fr | fr_FR | it | it_IT | ja | ja_JP | nl_NL | pl_PL | pt_BR';
const LANGUAGES =
    'picklist(40) restricted required: en_US | de | es | fr | it | ja | sv | ko | zh_TW | zh_CN | pt_BR | nl_NL | da | th | fi | ru | es_MX | no';
const ENCODINGS =
    'picklist(40) restricted required: UTF-8 | ISO-8859-1 | Shift_JIS | ISO-2022-JP | EUC-JP | ks_c_5601-1987 | Big5 | GB2312 | Big5-HKSCS | x-SJIS_0213';

export const usersOverlay: Overlay = {
    User: {
        keyPrefix: '005',
        pluralLabel: 'Users',
        capabilities: { deletable: false, searchable: true, triggerable: true, customizable: true, setup: true },
        fields: {
            Name: 'string(121) readonly defaulted name',
            Username: 'string(80) required unique idLookup',
            LastName: 'string(80) required',
            Email: 'email(128) required idLookup',
            Alias: 'string(8) required',
            TimeZoneSidKey: 'picklist(40) restricted required',
            LocaleSidKey: LOCALES,
            EmailEncodingKey: ENCODINGS,
            LanguageLocaleKey: LANGUAGES,
            ProfileId: 'reference(Profile) required',
            AboutMe: 'textarea(1000)',
            AccountId: 'reference(Account) readonly',
            BadgeText: 'string(80) calculated',
            BannerPhotoUrl: 'url(1024) calculated',
            CommunityNickname: 'string(40) defaulted unique',
            CompanyName: 'string(80)',
            ContactId: 'reference(Contact) createOnly',
            DefaultGroupNotificationFrequency: 'picklist(40) restricted defaulted: P | D | W | N*',
            DelegatedApproverId: 'reference(Group, User)',
            Department: 'string(80)',
            DigestFrequency: 'picklist(40) restricted defaulted: D* | W | N',
            Division: 'string(80) always',
            EmployeeNumber: 'string(20)',
            Extension: 'phone(40)',
            FederationIdentifier: 'string(512) unique idLookup',
            FullPhotoUrl: 'url(1024) calculated',
            IsActive: 'boolean defaulted',
            IsExtIndicatorVisible: 'boolean calculated defaulted',
            IsPortalEnabled: 'boolean readonly defaulted',
            IsProfilePhotoActive: 'boolean calculated defaulted',
            LastLoginDate: 'datetime readonly',
            LastPasswordChangeDate: 'datetime readonly',
            ManagerId: 'reference(User)',
            MediumBannerPhotoUrl: 'url(1024) calculated',
            MediumPhotoUrl: 'url(1024) calculated',
            NumberOfFailedLogins: 'int(8) readonly',
            OutOfOfficeMessage: 'string(40) readonly',
            PasswordExpirationDate: 'datetime readonly',
            SenderEmail: 'email(80)',
            SenderName: 'string(80)',
            Signature: 'textarea(1333)',
            SmallBannerPhotoUrl: 'url(1024) calculated',
            SmallPhotoUrl: 'url(1024) calculated',
            Title: 'string(80)',
            UserRoleId: 'reference(UserRole)',
            UserType:
                'picklist(40) restricted calculated: Standard | PowerPartner | PowerCustomerSuccess | CustomerSuccess | Guest | CspLitePortal | CSNOnly | SelfService | AutomatedProcess',
        },
        labels: {
            Name: 'Full Name',
            ProfileId: 'Profile ID',
            UserRoleId: 'Role ID',
            FederationIdentifier: 'SAML Federation ID',
            CommunityNickname: 'Nickname',
            EmailEncodingKey: 'Email Encoding',
            LanguageLocaleKey: 'Language',
            LocaleSidKey: 'Locale',
            IsActive: 'Active',
        },
        compounds: { Name: ['FirstName', 'LastName'] },
        absent: ['DefaultDivision'],
    },
    Profile: {
        keyPrefix: '00e',
        capabilities: { ...READ_ONLY, setup: true },
        fields: {
            Name: 'string(255) required name',
            UserType: 'picklist(40) restricted calculated',
            Description: 'string(255)',
        },
        restrict: ['Users'],
    },
    UserRole: {
        keyPrefix: '00E',
        label: 'Role',
        capabilities: SETUP,
        fields: {
            Name: 'string(80) required name',
            DeveloperName: 'string(80) defaulted',
            CaseAccessForAccountOwner: ACCESS_FOR_ACCOUNT_OWNER,
            ContactAccessForAccountOwner: ACCESS_FOR_ACCOUNT_OWNER,
            OpportunityAccessForAccountOwner: ACCESS_FOR_ACCOUNT_OWNER,
            PortalType: 'picklist(40) restricted defaulted readonly: None* | CustomerPortal | Partner',
            PortalAccountId: 'reference(Account) createOnly',
            PortalAccountOwnerId: 'reference(User) readonly',
            RollupDescription: 'string(80)',
        },
    },
    Group: {
        keyPrefix: '00G',
        capabilities: SETUP,
        fields: {
            Name: 'string(40) required name',
            DeveloperName: 'string(80) defaulted',
            Email: 'email(255)',
            OwnerId: 'reference(Organization, User) readonly defaulted',
            RelatedId: 'reference(User, UserRole) readonly',
            Type: 'picklist(40) restricted defaulted createOnly: Regular* | Role | RoleAndSubordinates | RoleAndSubordinatesInternal | Organization | Queue | CollaborationGroup | Territory | Manager | ManagerAndSubordinatesInternal',
        },
        cascade: ['GroupMembers', 'QueueSobjects'],
    },
    GroupMember: {
        keyPrefix: '011',
        capabilities: { ...SETUP, updateable: false },
        fields: {
            GroupId: 'reference(Group) required createOnly',
            UserOrGroupId: 'reference(Group, User) required createOnly',
        },
    },
    QueueSobject: {
        keyPrefix: '03g',
        label: 'Queue sObject',
        capabilities: SETUP,
        fields: { QueueId: 'reference(Group) required', SobjectType: 'picklist(40) required' },
    },
    UserLicense: {
        keyPrefix: '100',
        capabilities: { ...READ_ONLY, setup: true },
        fields: { Name: 'string(40) required name', MasterLabel: 'string(40)', LicenseDefinitionKey: 'string(40)' },
    },
    UserPackageLicense: {
        keyPrefix: '051',
        capabilities: { ...SETUP, updateable: false },
        fields: {
            PackageLicenseId: 'reference(PackageLicense) required createOnly',
            UserId: 'reference(User) required createOnly',
        },
    },
    UserPreference: { keyPrefix: '03u', capabilities: READ_ONLY },
    UserRecordAccess: {
        nature: 'virtual',
        fields: {
            RecordId: 'string(18)',
            MaxAccessLevel: 'picklist(40) restricted: None | Read | Edit | Delete | Transfer | All',
        },
    },
    UserLogin: { capabilities: { createable: false, deletable: false } },
    UserTeamMember: {
        capabilities: SETUP,
        fields: { OwnerId: 'reference(User) required createOnly', UserId: 'reference(User) required createOnly' },
    },
    AuthSession: {
        keyPrefix: '0Ak',
        capabilities: { createable: false, updateable: false },
        fields: { UsersId: 'reference(User)', SourceIp: 'string(39)' },
    },
    LoginHistory: {
        keyPrefix: '0Ya',
        pluralLabel: 'Login History',
        capabilities: READ_ONLY,
        fields: { SourceIp: 'string(39)' },
    },
    LoginGeo: { capabilities: READ_ONLY },
    LoginIp: { keyPrefix: '710', capabilities: READ_ONLY },
};
