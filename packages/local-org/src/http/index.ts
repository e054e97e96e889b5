/** The org as an HTTP server. */
export { LocalOrgServer, type LocalOrgServerOptions, startLocalOrgServer } from './front/start-local-org-server.ts';
export type { FrontHandler } from './front/http-front.ts';
export type { ConnectedApp } from './org/org-settings.ts';
export { ServerError, type ServerErrorCode } from './server-error.ts';
export type { OrgReport, SignIn } from './thread/org-services.ts';
