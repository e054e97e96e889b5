export { ORG_ERRORS, type OrgErrorCode } from './errors/catalog.ts';
export { causesOf, OrgError } from './errors/org-error.ts';
export { redact } from './errors/redact.ts';
export type { RequestTrace, TraceListener } from './http/http-client.ts';
export { saveLogin } from './login/save-login.ts';
export { type ConnectionOptions, OrgConnection, type OrgRequest } from './org-connection.ts';
export { query, type QueryOptions, type QueryRecord, type QueryResult } from './query.ts';
export { type EventsFilter, type JobsFilter, StudioApi, type StudioOptions } from './studio/studio-api.ts';
