import { READ_ONLY } from './capabilities.ts';
import type { Overlay } from './overlay.ts';

/** Approvals, flows, and the platform events that Salesforce itself publishes. */
export const processesOverlay: Overlay = {
    ProcessDefinition: { keyPrefix: '04a', capabilities: READ_ONLY, fields: { Name: 'string(255) name' } },
    ProcessInstance: {
        keyPrefix: '04g',
        capabilities: READ_ONLY,
        fields: {
            Status: 'picklist(40) restricted: Approved | Rejected | Removed | Fault | Pending | Hold | Reassigned | NoResponse',
        },
        cascade: ['Nodes', 'Steps', 'StepsAndWorkitems', 'Workitems'],
    },
    ProcessInstanceStep: { keyPrefix: '04h', capabilities: READ_ONLY, fields: { Comments: 'string(4000)' } },
    ProcessInstanceWorkitem: {
        keyPrefix: '04i',
        label: 'Approval Request',
        capabilities: { createable: false, deletable: false },
    },
    ProcessInstanceNode: { capabilities: READ_ONLY },
    ProcessInstanceHistory: { nature: 'virtual' },
    ProcessNode: { capabilities: READ_ONLY, fields: { Name: 'string(80) name' } },
    FlowInterview: {
        keyPrefix: '0Fo',
        capabilities: { createable: false, updateable: false },
        fields: { Name: 'string(255) name' },
    },
    FlowDefinitionView: {
        nature: 'virtual',
        relationships: { TriggerObjectOrEventId: 'TriggerObjectOrEvent EntityDefinition' },
    },
    FlowVersionView: {
        nature: 'virtual',
        relationships: { FlowDefinitionViewId: 'FlowDefinitionView FlowDefinitionView' },
    },
    FlowVariableView: { nature: 'virtual', relationships: { FlowVersionViewId: 'FlowVersionView FlowVersionView' } },
    BatchApexErrorEvent: {
        nature: 'platformEvent',
        capabilities: { createable: false },
        fields: { Message: 'textarea(5000)', StackTrace: 'textarea(5000)', JobScope: 'textarea(40000)' },
    },
    FlowExecutionErrorEvent: { nature: 'platformEvent', capabilities: { createable: false } },
    ProcessExceptionEvent: { nature: 'platformEvent' },
    PlatformStatusAlertEvent: { nature: 'platformEvent', capabilities: { createable: false } },
    AsyncOperationEvent: { nature: 'platformEvent', capabilities: { createable: false } },
    LogoutEventStream: { nature: 'platformEvent', capabilities: { createable: false } },
    OrgLifecycleNotification: { nature: 'platformEvent', capabilities: { createable: false } },
    EventBusSubscriber: {
        capabilities: READ_ONLY,
        fields: { Status: 'picklist(40) restricted: Running | Error | Suspended | Expired' },
    },
    PlatformEventUsageMetric: { nature: 'virtual' },
    PushTopic: {
        keyPrefix: '0IF',
        fields: {
            Name: 'string(25) required name unique',
            Query: 'string(1300) required',
            ApiVersion: 'double(4,1) required',
            NotifyForFields: 'picklist(40) restricted: Referenced* | All | Select | Where',
            NotifyForOperations: 'picklist(40) restricted readonly',
        },
    },
    StreamingChannel: { keyPrefix: '0M6', fields: { Name: 'string(80) required name' } },
};
