import type { Correction } from './correction.ts';

/** Replaces the parameter type `Object`, with which the platform types stand for "checked by the method itself". */
function narrowed(type: string, page: string, changes: Readonly<Record<string, string>>): Correction {
    return {
        type,
        reason: `Apex reference, "${page}": the parameter has a type; the table has Object.`,
        remove: Object.keys(changes),
        add: { methods: Object.values(changes) },
    };
}

const TRIGGER_VARIABLES = [
    'static Boolean isAfter',
    'static Boolean isBefore',
    'static Boolean isDelete',
    'static Boolean isExecuting',
    'static Boolean isInsert',
    'static Boolean isUndelete',
    'static Boolean isUpdate',
    'static List<SObject> New',
    'static Map<Id, SObject> newMap',
    'static List<SObject> old',
    'static Map<Id, SObject> oldMap',
    'static TriggerOperation operationType',
    'static Integer size',
];

/** Members that the reference has and the platform types do not, or have otherwise. */
export const signatureCorrections: readonly Correction[] = [
    narrowed('System.Http', 'Http Class', {
        'HttpResponse send(Object request)': 'HttpResponse send(HttpRequest request)',
    }),
    narrowed('System.HttpRequest', 'HttpRequest Class', {
        'void setBodyDocument(Object body)': 'void setBodyDocument(Dom.Document body)',
    }),
    narrowed('System.System', 'System Class', {
        'static void debug(Object logLevel, Object o)': 'static void debug(LoggingLevel logLevel, Object o)',
    }),
    narrowed('System.Decimal', 'Decimal Class', {
        'Decimal divide(Decimal divisor, Integer scale, Object roundingMode)':
            'Decimal divide(Decimal divisor, Integer scale, RoundingMode roundingMode)',
    }),
    narrowed('System.Test', 'Test Class', {
        'static void setCurrentPage(Object pageReference)': 'static void setCurrentPage(PageReference pageReference)',
        'static void setCurrentPageReference(Object pageReference)':
            'static void setCurrentPageReference(PageReference pageReference)',
    }),
    narrowed('System.Schema', 'Schema Class', {
        'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> sobjects, Object options)':
            'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> sobjects, Schema.SObjectDescribeOptions options)',
    }),
    narrowed('Schema.SObjectType', 'SObjectType Class', {
        'Schema.DescribeSObjectResult getDescribe(Object options)':
            'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions options)',
    }),
    narrowed('System.Database', 'Database Class', {
        'static Database.Cursor getCursor(String query, Object accessLevel)':
            'static Database.Cursor getCursor(String query, AccessLevel accessLevel)',
        'static Database.Cursor getCursorWithBinds(String query, Map<String, Object> bindMap, Object accessLevel)':
            'static Database.Cursor getCursorWithBinds(String query, Map<String, Object> bindMap, AccessLevel accessLevel)',
    }),
    narrowed('Dom.XmlNode', 'XmlNode Class', {
        'Boolean removeChild(Object child)': 'Boolean removeChild(Dom.XmlNode child)',
        'Dom.XmlNode insertBefore(Object newChild, Object refChild)':
            'Dom.XmlNode insertBefore(Dom.XmlNode newChild, Dom.XmlNode refChild)',
    }),
    {
        type: 'System.SObject',
        reason:
            'Custom settings and custom metadata types have these as static methods of their own type ("Custom Settings ' +
            'Methods", "Custom Metadata Type Methods"); other records do not have them. The checker supplies them per type.',
        remove: [
            'Map<String, SObject> getAll()',
            'SObject getInstance()',
            'SObject getInstance(String id)',
            'SObject getOrgDefaults()',
            'SObject getValues(String id)',
        ],
    },
    narrowed('System.SObject', 'SObject Class', {
        'void setOptions(Object options)': 'void setOptions(Database.DMLOptions options)',
    }),
    {
        type: 'Database.Batchable',
        reason: 'Apex Developer Guide, "Using Batch Apex": start returns a QueryLocator or an Iterable. A class implements one of the two.',
        add: { methods: ['Iterable<T> start(Database.BatchableContext)'] },
    },
    ...['Org', 'Session'].map((name) => ({
        type: `Cache.${name}`,
        reason: `Apex reference, "${name} Class": MAX_TTL_SECS is a static constant.`,
        remove: ['Integer MAX_TTL_SECS'],
        add: { fields: ['readonly static Integer MAX_TTL_SECS'] },
    })),
    {
        type: 'System.Math',
        reason: 'Apex reference, "Math Class": E and PI are constants.',
        remove: ['static Double E', 'static Double PI'],
        add: { fields: ['readonly static Double E', 'readonly static Double PI'] },
    },
    {
        type: 'System.AccessLevel',
        reason: 'Apex reference, "AccessLevel Class": the two modes are constants.',
        remove: ['static AccessLevel SYSTEM_MODE', 'static AccessLevel USER_MODE'],
        add: { fields: ['readonly static AccessLevel SYSTEM_MODE', 'readonly static AccessLevel USER_MODE'] },
    },
    {
        type: 'System.Network',
        reason: 'Apex reference, "Network Class": createExternalUserAsync; the table lacks it.',
        add: { methods: ['static String createExternalUserAsync(SObject user, SObject contact, SObject account)'] },
    },
    {
        type: 'System.Trigger',
        reason: 'Apex Developer Guide, "Trigger Context Variables": they cannot be assigned (the records in them can).',
        remove: TRIGGER_VARIABLES,
        add: { fields: TRIGGER_VARIABLES.map((signature) => `readonly ${signature.replace(' New', ' new')}`) },
    },
];
