/** Rows of one transaction (Bulk API 2.0: records are saved in chunks of 200). */
export const CHUNK = 200;

/** Rows that a query job reads at a time. */
export const QUERY_CHUNK = 2000;

/** Rows of one answer of a query job where the client names no number. */
export const DEFAULT_RESULT_ROWS = 250_000;

/** Milliseconds for which a question for a job's state waits for its end: clients ask at once, then every 5 seconds. */
export const POLL_PATIENCE = 400;
