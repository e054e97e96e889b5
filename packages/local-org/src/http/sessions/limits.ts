import type { OrgEdition } from '../../default-data/new-org.ts';

/** Idle time after which a session ends, in milliseconds (Salesforce Help, "Modify Session Security Settings": 2 hours). */
export const SESSION_TIMEOUT = 2 * 3_600_000;

/** Requests in any 24 hours (Salesforce Developer Limits, "API Request Limits and Allocations"). */
export const DAILY_API_REQUESTS: Readonly<Record<OrgEdition, number>> = {
    'Developer Edition': 15_000,
    'Professional Edition': 100_000,
    'Enterprise Edition': 100_000,
    'Unlimited Edition': 100_000,
};

/** How long an authorization code can be used, in milliseconds (OAuth 2.0 Web Server Flow: 15 minutes). */
export const CODE_LIFETIME = 15 * 60_000;
