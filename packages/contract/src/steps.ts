/** The steps of a cycle, in order. `Finalizer` and `Enqueuer` are shown and not counted for its status. */
export const SYNC_STEPS = [
    'GetTags',
    'GetScores',
    'GetProspects',
    'GetProspectPages',
    'MatchProspectsToLeads',
    'MatchProspectsToContacts',
    'CleanLeads',
    'CleanContacts',
    'CleanOtherRecords',
    'AggregateTags',
    'AggregateScores',
    'AggregateTemperature',
    'CreateOpportunityTags',
    'CreateOpportunityScores',
    'CleanProspects',
    'DrainEventQueue',
    'Finalizer',
    'Enqueuer',
] as const;

export type SyncStep = (typeof SYNC_STEPS)[number];
