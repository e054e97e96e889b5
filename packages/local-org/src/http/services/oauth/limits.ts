/** Seconds by which the clocks of a JWT's maker and the org may differ (OAuth 2.0 JWT Bearer Flow: 3 minutes). */
export const ASSERTION_SKEW = 180;
