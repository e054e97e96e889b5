import { READ_ONLY, RECORD } from './capabilities.ts';
import type { Overlay } from './overlay.ts';

export const serviceOverlay: Overlay = {
    Case: {
        keyPrefix: '500',
        capabilities: { ...RECORD, mergeable: true },
        fields: {
            CaseNumber: 'string(30) autoNumber name',
            ClosedDate: 'datetime readonly',
            Comments: 'textarea(4000) createOnly',
            ContactEmail: 'email(80) calculated',
            ContactFax: 'phone(40) calculated',
            ContactMobile: 'phone(40) calculated',
            ContactPhone: 'phone(40) calculated',
            IsClosed: 'boolean calculated defaulted',
            IsClosedOnCreate: 'boolean readonly defaulted',
            IsEscalated: 'boolean defaulted',
            MasterRecordId: 'reference(Case) readonly',
            Origin: 'picklist(255): Phone | Email | Web',
            OwnerId: 'reference(Group, User) defaulted',
            Priority: 'picklist(255): High | Medium* | Low',
            Reason: 'picklist(255): Installation | Equipment Complexity | Performance | Breakdown | Equipment Design | Feedback | Other',
            SourceId: 'reference(EmailMessage) createOnly',
            Status: 'picklist(255): New* | Working | Escalated | Closed',
            Subject: 'string(255)',
            SuppliedCompany: 'string(80)',
            SuppliedName: 'string(80)',
            Type: 'picklist(255): Mechanical | Electrical | Electronic | Structural | Other',
        },
        labels: {
            Comments: 'Internal Comments',
            IsClosedOnCreate: 'Closed When Created',
            Origin: 'Case Origin',
            Reason: 'Case Reason',
            SuppliedCompany: 'Company',
            SuppliedEmail: 'Email Address',
            SuppliedName: 'Name',
            SuppliedPhone: 'Phone',
            Type: 'Case Type',
        },
        cascade: ['CaseComments', 'CaseContactRoles', 'CaseSolutions', 'EmailMessages', 'TeamMembers'],
    },
    CaseComment: {
        keyPrefix: '00a',
        capabilities: { triggerable: true },
        fields: {
            ParentId: 'reference(Case) required createOnly',
            CommentBody: 'textarea(4000)',
            CommentBodyRichtext: 'textarea(4000)',
        },
        labels: { IsPublished: 'Published', CommentBody: 'Body' },
    },
    CaseContactRole: {
        keyPrefix: '03j',
        fields: {
            CasesId: 'reference(Case) required createOnly',
            ContactId: 'reference(Contact) required',
            Role: 'picklist(40) required: Technical Contact | Business Contact | Decision Maker | Other',
        },
    },
    CaseSolution: {
        fields: {
            CaseId: 'reference(Case) required createOnly',
            SolutionId: 'reference(Solution) required createOnly',
        },
    },
    CaseStatus: {
        keyPrefix: '01J',
        capabilities: READ_ONLY,
        fields: { MasterLabel: 'string(255)', ApiName: 'string(255)' },
    },
    CaseTeamMember: {
        fields: {
            ParentId: 'reference(Case) required createOnly',
            MemberId: 'reference(Contact, User) required createOnly',
            TeamRoleId: 'reference(CaseTeamRole) required',
        },
    },
    CaseTeamRole: {
        fields: {
            Name: 'string(80) required name',
            AccessLevel: 'picklist(40) restricted required: None | Read | Edit',
        },
    },
    Entitlement: {
        keyPrefix: '550',
        capabilities: RECORD,
        fields: { Name: 'string(255) required name', AccountId: 'reference(Account) required' },
    },
    Solution: {
        keyPrefix: '501',
        capabilities: RECORD,
        fields: {
            SolutionName: 'string(255) required name',
            SolutionNote: 'textarea(32000)',
            SolutionNumber: 'string(30) autoNumber',
            Status: 'picklist(255): Draft* | Reviewed | Duplicate',
            IsHtml: 'boolean readonly defaulted',
            TimesUsed: 'int(8) readonly defaulted',
        },
        labels: { SolutionName: 'Title', SolutionNote: 'Description' },
    },
    SolutionStatus: { keyPrefix: '01J', capabilities: READ_ONLY },
    Idea: {
        keyPrefix: '087',
        capabilities: { undeletable: true, searchable: true, triggerable: true, customizable: true },
        fields: {
            Title: 'string(255) required name',
            Body: 'textarea(32000)',
            CommunityId: 'reference(Community) required createOnly',
            Categories: 'multipicklist(4099)',
            Status: 'picklist(255)',
            NumComments: 'int(8) calculated',
            VoteScore: 'double(18,15) calculated',
            VoteTotal: 'double(18,1) calculated',
        },
    },
    IdeaComment: {
        keyPrefix: '00a',
        capabilities: { triggerable: true },
        fields: { IdeaId: 'reference(Idea) required createOnly', CommentBody: 'textarea(4000) required' },
    },
    Vote: {
        capabilities: { updateable: false },
        fields: { ParentId: 'same required createOnly', Type: 'picklist(40) restricted required: Up | Down' },
    },
    WorkOrder: {
        keyPrefix: '0WO',
        capabilities: RECORD,
        fields: { WorkOrderNumber: 'string(255) autoNumber name', Subject: 'string(255)' },
    },
    WorkOrderLineItem: {
        keyPrefix: '1WL',
        capabilities: RECORD,
        fields: {
            LineItemNumber: 'string(255) autoNumber name',
            WorkOrderId: 'reference(WorkOrder) required createOnly',
        },
    },
    WorkType: {
        keyPrefix: '08q',
        capabilities: RECORD,
        fields: { Name: 'string(255) required name', EstimatedDuration: 'double(16,2) required' },
    },
    Location: {
        keyPrefix: '131',
        capabilities: RECORD,
        fields: {
            Name: 'string(255) required name',
            LocationType: 'picklist(40) required: Warehouse* | Site | Van | Plant',
        },
    },
    OperatingHours: {
        keyPrefix: '0OH',
        capabilities: RECORD,
        pluralLabel: 'Operating Hours',
        fields: { Name: 'string(255) required name', TimeZone: 'picklist(40) required' },
    },
    ServiceContract: {
        keyPrefix: '810',
        capabilities: RECORD,
        fields: { Name: 'string(255) required name', ContractNumber: 'string(255) autoNumber' },
    },
};
