import type { OrgEdition } from '../default-data/new-org.ts';

/** What an edition allows of events without add-ons (Platform Events Developer Guide, "Platform Event Allocations"). */
export interface EventLimits {
    /** Events that may be published in one hour. */
    readonly publishedPerHour: number;
    /** Events, change events too, that may be delivered to all API clients together in any 24 hours. */
    readonly deliveredPerDay: number;
    readonly streamingClients: number;
    /** Objects that may be selected for change data capture. */
    readonly capturedObjects: number;
}

const LIMITS: Readonly<Record<OrgEdition, EventLimits>> = {
    'Developer Edition': {
        publishedPerHour: 50_000,
        deliveredPerDay: 10_000,
        streamingClients: 20,
        capturedObjects: 5,
    },
    'Professional Edition': {
        publishedPerHour: 250_000,
        deliveredPerDay: 25_000,
        streamingClients: 1000,
        capturedObjects: 5,
    },
    'Enterprise Edition': {
        publishedPerHour: 250_000,
        deliveredPerDay: 25_000,
        streamingClients: 1000,
        capturedObjects: 5,
    },
    'Unlimited Edition': {
        publishedPerHour: 250_000,
        deliveredPerDay: 50_000,
        streamingClients: 2000,
        capturedObjects: 5,
    },
};

export function eventLimitsOf(edition: OrgEdition): EventLimits {
    return LIMITS[edition];
}

/** Events that one run of an event trigger may be given (Platform Events Developer Guide, "Platform Event Triggers"). */
export const MAXIMUM_BATCH = 2000;

/** How often a trigger may ask for its events again; then it is disconnected. */
export const MAXIMUM_RETRIES = 9;
