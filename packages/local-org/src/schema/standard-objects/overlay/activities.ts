import { DETAIL, READ_ONLY, RECORD } from './capabilities.ts';
import type { Overlay } from './overlay.ts';

const RECURRENCE_INSTANCE = 'picklist(40) restricted: First | Second | Third | Fourth | Last';
const MONTHS =
    'picklist(40) restricted: January | February | March | April | May | June | July | August | September | ' +
    'October | November | December';
const RECURRENCE_TYPE =
    'picklist(40) restricted: RecursDaily | RecursEveryWeekday | RecursMonthly | RecursMonthlyNth | RecursWeekly | ' +
    'RecursYearly | RecursYearlyNth';

export const activitiesOverlay: Overlay = {
    Task: {
        keyPrefix: '00T',
        capabilities: RECORD,
        fields: {
            AccountId: 'reference(Account) calculated',
            CallDisposition: 'string(255)',
            CallObject: 'string(255)',
            CallType: 'picklist(40) restricted: Internal | Inbound | Outbound',
            CompletedDateTime: 'datetime readonly',
            IsArchived: 'boolean readonly defaulted',
            IsClosed: 'boolean calculated defaulted',
            IsHighPriority: 'boolean calculated defaulted',
            IsRecurrence: 'boolean defaulted createOnly',
            OwnerId: 'reference(Group, User) defaulted',
            Priority: 'picklist(255) defaulted: High | Normal* | Low',
            RecurrenceActivityId: 'reference(Task) readonly',
            RecurrenceInstance: RECURRENCE_INSTANCE,
            RecurrenceMonthOfYear: MONTHS,
            RecurrenceRegeneratedType:
                'picklist(40) restricted: None | After due date | After date completed | Task Closed',
            RecurrenceType: RECURRENCE_TYPE,
            Status: 'picklist(255) defaulted: Not Started* | In Progress | Completed | Waiting on someone else | Deferred',
            Subject: 'combobox(255): Call | Send Letter | Send Quote | Other',
            TaskSubtype: 'picklist(40) restricted createOnly: Task* | Email | List Email | Cadence | Call | LinkedIn',
            Type: 'picklist(40): Call | Meeting | Other',
            WhatCount: 'int(8) readonly',
            WhoCount: 'int(8) readonly',
        },
        labels: {
            ActivityDate: 'Due Date Only',
            Description: 'Description',
            OwnerId: 'Assigned To ID',
            WhatId: 'Related To ID',
            WhoId: 'Name ID',
            WhatCount: 'Related To Count',
            WhoCount: 'Relation Count',
        },
    },
    Event: {
        keyPrefix: '00U',
        capabilities: RECORD,
        fields: {
            AccountId: 'reference(Account) calculated',
            EndDate: 'date readonly',
            EventSubtype: 'picklist(40) restricted createOnly: Event*',
            GroupEventType: 'picklist(40) restricted: Non-group Event | Group Event | Proposed Event',
            IsArchived: 'boolean readonly defaulted',
            IsChild: 'boolean readonly defaulted',
            IsGroupEvent: 'boolean readonly defaulted',
            IsRecurrence: 'boolean defaulted createOnly',
            IsRecurrence2: 'boolean readonly defaulted',
            IsRecurrence2Exception: 'boolean readonly defaulted',
            IsRecurrence2Exclusion: 'boolean readonly defaulted',
            Location: 'string(255)',
            OwnerId: 'reference(Calendar, User) defaulted',
            RecurrenceActivityId: 'reference(Event) readonly',
            RecurrenceInstance: RECURRENCE_INSTANCE,
            RecurrenceMonthOfYear: MONTHS,
            RecurrenceType: RECURRENCE_TYPE,
            ShowAs: 'picklist(40) restricted: Busy* | OutOfOffice | Free',
            Subject: 'combobox(255): Call | Email | Meeting | Send Letter/Quote | Other',
            Type: 'picklist(40): Email | Meeting | Other | Call',
            WhatCount: 'int(8) readonly',
            WhoCount: 'int(8) readonly',
        },
        labels: {
            ActivityDate: 'Due Date Only',
            ActivityDateTime: 'Due Date Time',
            DurationInMinutes: 'Duration',
            IsAllDayEvent: 'All-Day Event',
            OwnerId: 'Assigned To ID',
            WhatId: 'Related To ID',
            WhoId: 'Name ID',
        },
    },
    TaskStatus: {
        keyPrefix: '01J',
        capabilities: READ_ONLY,
        fields: { MasterLabel: 'string(255)', ApiName: 'string(255)' },
    },
    TaskPriority: {
        keyPrefix: '01J',
        capabilities: READ_ONLY,
        fields: { MasterLabel: 'string(255)', ApiName: 'string(255)' },
    },
    TaskRelation: {
        capabilities: DETAIL,
        fields: { TaskId: 'reference(Task) required createOnly', IsWhat: 'boolean readonly defaulted' },
    },
    EventRelation: {
        capabilities: DETAIL,
        fields: {
            EventId: 'reference(Event) required createOnly',
            RelationId: 'same required createOnly',
            IsInvitee: 'boolean defaulted createOnly',
            IsParent: 'boolean defaulted createOnly',
            IsWhat: 'boolean readonly defaulted',
            Status: 'picklist(40) restricted: New* | Declined | Accepted | Uninvited | Maybe',
        },
    },
    ActivityHistory: { nature: 'virtual' },
    OpenActivity: { nature: 'virtual', pluralLabel: 'Open Activities' },
    AcceptedEventRelation: { nature: 'virtual' },
    DeclinedEventRelation: { nature: 'virtual' },
    UndecidedEventRelation: { nature: 'virtual' },
    TaskWhoRelation: { nature: 'virtual' },
    EventWhoRelation: { nature: 'virtual' },
};
