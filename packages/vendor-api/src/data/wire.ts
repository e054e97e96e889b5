/** What the contract calls its objects; openapi.yaml holds the rules, these are its words in TypeScript. */

export interface Tag {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly updatedAt?: string;
}

export interface Score {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly updatedAt?: string;
}

export interface ProspectTag {
    readonly id: string;
    readonly taggedAt?: string;
}

export interface ProspectScore {
    readonly id: string;
    readonly value: number;
    readonly scoredAt?: string;
}

export interface Prospect {
    readonly id: string;
    readonly email?: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly company?: string;
    readonly jobTitle?: string;
    readonly city?: string;
    readonly country?: string;
    readonly source?: string;
    readonly assigneeEmail?: string;
    readonly favorite?: boolean;
    readonly leadScore?: number;
    readonly predictiveScore?: number;
    readonly temperature?: 'Hot' | 'Warm' | 'Cold';
    readonly lastVisit?: string;
    readonly lastActivity?: string;
    readonly totalVisits?: number;
    readonly pageViewsPerVisit?: number;
    readonly timeOnSiteSeconds?: number;
    readonly lifeCycle: 'Active' | 'Merged' | 'Deleted';
    readonly mergedInto?: string;
    readonly updatedAt: string;
    readonly tags?: readonly ProspectTag[];
    readonly scores?: readonly ProspectScore[];
}

export interface PageActivity {
    readonly id: string;
    readonly type: 'Page_Visit' | 'Form_Submit' | 'Custom_Event';
    readonly title?: string;
    readonly url?: string;
    readonly visits?: number;
    readonly timeOnPageSeconds?: number;
    readonly firstVisit?: string;
    readonly lastVisit?: string;
}

export interface ProspectActivities {
    readonly prospectId: string;
    readonly pages: readonly PageActivity[];
}

export interface InboundEvent {
    readonly idempotencyKey: string;
    readonly object: string;
    readonly recordId: string;
    readonly operation: 'Insert' | 'Update' | 'Delete' | 'Undelete';
    readonly occurredAt: string;
    readonly correlationId?: string;
    readonly prospectId?: string;
    readonly fields?: Readonly<Record<string, unknown>>;
}

export interface EventResult {
    readonly idempotencyKey: string;
    readonly status: 'accepted' | 'duplicate' | 'rejected' | 'failed';
    readonly code?: string;
    readonly message?: string;
}

export interface CycleMetrics {
    readonly organizationId: string;
    readonly cycleId: string;
    readonly startedBy?: string;
    readonly fullSync?: boolean;
    readonly steps: readonly {
        readonly name: string;
        readonly status: string;
        readonly examined: number;
        readonly changed: number;
        readonly failed: number;
        readonly errorCodes?: readonly string[];
    }[];
}

export interface LogLine {
    readonly level: string;
    readonly className: string;
    readonly message: string;
    readonly loggedAt: string;
}

/** All that one account of the vendor holds. */
export interface VendorData {
    readonly account: string;
    readonly tags: readonly Tag[];
    readonly scores: readonly Score[];
    readonly prospects: readonly Prospect[];
    readonly activities: readonly ProspectActivities[];
}
