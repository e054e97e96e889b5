import { READ_ONLY } from './capabilities.ts';
import type { Overlay } from './overlay.ts';

export const apexOverlay: Overlay = {
    AggregateResult: { nature: 'virtual' },
    ApexClass: {
        keyPrefix: '01p',
        pluralLabel: 'Apex Classes',
        capabilities: READ_ONLY,
        fields: {
            Name: 'string(255) required name',
            Body: 'textarea(1000000)',
            BodyCrc: 'double(18,0)',
            Status: 'picklist(40) restricted: Inactive | Active | Deleted',
        },
    },
    ApexTrigger: {
        keyPrefix: '01q',
        capabilities: READ_ONLY,
        fields: {
            Name: 'string(255) required name',
            Body: 'textarea(1000000)',
            BodyCrc: 'double(18,0)',
            Status: 'picklist(40) restricted: Inactive | Active | Deleted',
            TableEnumOrId: 'picklist(40)',
        },
    },
    ApexPage: {
        keyPrefix: '066',
        label: 'Visualforce Page',
        capabilities: READ_ONLY,
        fields: { Name: 'string(80) name', Markup: 'textarea(1048576)' },
    },
    ApexComponent: {
        keyPrefix: '099',
        label: 'Visualforce Component',
        capabilities: READ_ONLY,
        fields: { Name: 'string(80) name', Markup: 'textarea(1048576)' },
    },
    ApexPageInfo: { nature: 'virtual' },
    ApexTypeImplementor: { nature: 'virtual' },
    ApexEmailNotification: { fields: { Email: 'email(80)' } },
    ApexLog: {
        keyPrefix: '07L',
        label: 'Apex Debug Log',
        capabilities: { createable: false, updateable: false },
    },
    ApexTestQueueItem: {
        keyPrefix: '709',
        capabilities: { deletable: false },
        fields: {
            ApexClassId: 'reference(ApexClass) required createOnly',
            ExtendedStatus: 'string(1000) readonly',
            ParentJobId: 'reference(AsyncApexJob) readonly',
            TestRunResultId: 'reference(ApexTestRunResult) readonly',
            Status: 'picklist(40) restricted defaulted: Holding | Queued* | Preparing | Processing | Aborted | Completed | Failed',
        },
    },
    ApexTestResult: {
        keyPrefix: '07M',
        capabilities: READ_ONLY,
        fields: {
            Message: 'textarea(4000)',
            MethodName: 'string(255) name',
            Outcome: 'picklist(40) restricted: Pass | Fail | CompileFail | Skip',
            StackTrace: 'textarea(4000)',
        },
    },
    ApexTestResultLimits: { capabilities: READ_ONLY },
    ApexTestRunResult: {
        keyPrefix: '05m',
        capabilities: READ_ONLY,
        fields: { Status: 'picklist(40) restricted: Queued | Processing | Aborted | Completed | Failed' },
    },
    ApexTestSuite: { keyPrefix: '05F', fields: { TestSuiteName: 'string(255) required name unique' } },
    TestSuiteMembership: {
        fields: {
            ApexClassId: 'reference(ApexClass) required createOnly',
            ApexTestSuiteId: 'reference(ApexTestSuite) required createOnly',
        },
    },
    AsyncApexJob: {
        keyPrefix: '707',
        label: 'Apex Job',
        capabilities: READ_ONLY,
        fields: {
            CompletedDate: 'datetime',
            ExtendedStatus: 'string(255)',
            JobType:
                'picklist(40) restricted: Future | SharingRecalculation | ScheduledApex | BatchApex | BatchApexWorker | TestRequest | ' +
                'TestWorker | ApexToken | Queueable',
            LastProcessed: 'string(15)',
            MethodName: 'string(255)',
            Status: 'picklist(40) restricted: Holding | Queued | Preparing | Processing | Aborted | Completed | Failed',
        },
        labels: {
            JobItemsProcessed: 'Batches Processed',
            TotalJobItems: 'Total Batches',
            NumberOfErrors: 'Failures',
            MethodName: 'Apex Method',
        },
    },
    CronTrigger: {
        keyPrefix: '08e',
        label: 'Scheduled Job',
        capabilities: READ_ONLY,
        fields: {
            CronExpression: 'string(255)',
            OwnerId: 'reference(User)',
            State: 'picklist(16) restricted: WAITING | ACQUIRED | EXECUTING | COMPLETE | ERROR | DELETED | PAUSED | BLOCKED | PAUSED_BLOCKED',
            TimesTriggered: 'int(8)',
        },
        labels: { State: 'Job State', NextFireTime: 'Next Run Time', PreviousFireTime: 'Previous Run Time' },
    },
    CronJobDetail: {
        keyPrefix: '08a',
        capabilities: READ_ONLY,
        fields: { Name: 'string(255) name', JobType: 'picklist(40) restricted' },
    },
    FlexQueueItem: { nature: 'virtual', fields: { FlexQueueItemId: 'string(18)', JobType: 'picklist(40) restricted' } },
    StaticResource: {
        keyPrefix: '081',
        capabilities: READ_ONLY,
        fields: {
            Name: 'string(255) required name',
            CacheControl: 'picklist(40) restricted: Private | Public',
            ContentType: 'string(120)',
            Description: 'textarea(255)',
        },
    },
    AuraDefinition: { keyPrefix: '0Ad', capabilities: READ_ONLY },
    AuraDefinitionBundle: { keyPrefix: '0Ab', capabilities: READ_ONLY, fields: { DeveloperName: 'string(80) name' } },
    BackgroundOperation: { capabilities: READ_ONLY, fields: { Name: 'string(255) autoNumber name' } },
    PlatformCachePartition: { keyPrefix: '0Er', capabilities: READ_ONLY, fields: { DeveloperName: 'string(80) name' } },
    PlatformCachePartitionType: { capabilities: READ_ONLY },
    ColorDefinition: { nature: 'virtual', relationships: { TabDefinitionId: 'TabDefinition TabDefinition' } },
    DataStatistics: { nature: 'virtual' },
    DataType: { nature: 'virtual' },
    EntityDefinition: {
        nature: 'virtual',
        fields: {
            QualifiedApiName: 'string(70) name',
            DeveloperName: 'string(80)',
            KeyPrefix: 'string(3)',
            Label: 'string(255)',
        },
        relationships: { PublisherId: 'Publisher Publisher' },
    },
    EntityParticle: {
        nature: 'virtual',
        fields: { QualifiedApiName: 'string(141) name' },
        relationships: {
            EntityDefinitionId: 'EntityDefinition EntityDefinition',
            FieldDefinitionId: 'FieldDefinition FieldDefinition',
        },
    },
    FieldDefinition: { nature: 'virtual', fields: { QualifiedApiName: 'string(70) name' } },
    IconDefinition: { nature: 'virtual', relationships: { TabDefinitionId: 'TabDefinition TabDefinition' } },
    PicklistValueInfo: { nature: 'virtual', relationships: { EntityParticleId: 'EntityParticle EntityParticle' } },
    RelationshipDomain: {
        nature: 'virtual',
        relationships: {
            ChildSobjectId: 'ChildSobject EntityDefinition',
            FieldId: 'Field FieldDefinition',
            ParentSobjectId: 'ParentSobject EntityDefinition',
            RelationshipInfoId: 'RelationshipInfo RelationshipInfo',
        },
    },
    RelationshipInfo: {
        nature: 'virtual',
        relationships: { ChildSobjectId: 'ChildSobject EntityDefinition', FieldId: 'Field FieldDefinition' },
    },
    SearchLayout: { nature: 'virtual', relationships: { EntityDefinitionId: 'EntityDefinition EntityDefinition' } },
};
