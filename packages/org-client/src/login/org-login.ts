/** What sf knows of an org that it is logged in to. */
export interface OrgLogin {
    username: string;
    /** As the user named the org: its alias where it has one. For sentences. */
    name: string;
    instanceUrl: string;
    accessToken: string;
    /** Highest version that sf saw the org offer, such as `65.0`. */
    apiVersion?: string;
}
