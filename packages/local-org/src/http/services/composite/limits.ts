/** Requests inside of one (REST API Developer Guide, "Composite" and "Composite Batch"). */
export const COMPOSITE_REQUESTS = 25;
export const BATCH_REQUESTS = 25;
