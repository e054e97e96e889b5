/** Rows of one answer (REST API Developer Guide, "Query Options Header": 200 to 2,000). */
export const DEFAULT_PAGE = 2000;
export const SMALLEST_PAGE = 200;

/** Open queries that are remembered; the oldest gives way (SOAP API, "query cursors": 10 for each user). */
export const OPEN_CURSORS = 200;

/** How long an open query is remembered, in milliseconds (2 days since Summer '21). */
export const CURSOR_LIFETIME = 2 * 86_400_000;
