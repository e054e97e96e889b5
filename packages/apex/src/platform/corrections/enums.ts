import type { Correction } from './correction.ts';

/**
 * The platform types list the constants of most enums by name, but `ordinal()` and `values()` follow the order of
 * declaration. The orders that code is known to rely on are given here; for all other enums the order is by name.
 */
export const enumCorrections: readonly Correction[] = [
    {
        type: 'System.LoggingLevel',
        reason: 'Declared from the quietest to the loudest level; loggers store ordinals (FINEST is 2, ERROR is 8).',
        constants: ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR'],
    },
    {
        type: 'System.TriggerOperation',
        reason: 'Apex Developer Guide, "Trigger Context Variables", lists the constants in their order.',
        constants: [
            'BEFORE_INSERT',
            'BEFORE_UPDATE',
            'BEFORE_DELETE',
            'AFTER_INSERT',
            'AFTER_UPDATE',
            'AFTER_DELETE',
            'AFTER_UNDELETE',
        ],
    },
    {
        type: 'System.Quiddity',
        reason: 'Apex reference, "Quiddity Enum": the constant is UNDEFINED; the platform types have its log code, UD.',
        remove: ['UD'],
        constants: [
            'UNDEFINED',
            'ANONYMOUS',
            'AURA',
            'BATCH_ACS',
            'BATCH_APEX',
            'BATCH_CHUNK_PARALLEL',
            'BATCH_CHUNK_SERIAL',
            'BULK_API',
            'COMMERCE_INTEGRATION',
            'DISCOVERABLE_LOGIN',
            'FUNCTION_CALLBACK',
            'FUTURE',
            'INBOUND_EMAIL_SERVICE',
            'INVOCABLE_ACTION',
            'IOT',
            'PLATFORM_EVENT_PUBLISH_CALLBACK',
            'QUEUEABLE',
            'QUICK_ACTION',
            'REMOTE_ACTION',
            'REST',
            'RUNTEST_ASYNC',
            'RUNTEST_DEPLOY',
            'RUNTEST_SYNC',
            'SCHEDULED',
            'SOAP',
            'SYNCHRONOUS',
            'TRANSACTION_FINALIZER_QUEUEABLE',
            'VF',
        ],
    },
    {
        type: 'ApexPages.Severity',
        reason: 'Apex reference, "ApexPages.Severity Enum"; messages are ordered by severity, the lowest first.',
        constants: ['CONFIRM', 'INFO', 'WARNING', 'ERROR', 'FATAL'],
    },
];
