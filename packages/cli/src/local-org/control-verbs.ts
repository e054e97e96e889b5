/** What the control of a running local org does, by name: argument and result of each. */
export interface ControlVerbs {
    status: { argument: null; result: OrgState };
    signIn: { argument: { username: string | null }; result: SignedIn };
    advance: { argument: { milliseconds: number }; result: Advanced };
    deploy: { argument: { source: string; namespace: string | null }; result: OrgState };
    reset: { argument: null; result: OrgState };
    outbox: { argument: null; result: OrgOutbox };
    stop: { argument: null; result: OrgState };
}

export type ControlVerb = keyof ControlVerbs;

/** A local org as it runs. */
export interface OrgState {
    url: string;
    pid: number;
    /** Folder that keeps it; null: it ends with its process. */
    data: string | null;
    source: string | null;
    organizationId: string;
    /** Of the administrator. */
    username: string;
    /** Time of the org's clock. */
    now: string;
    startedAt: string;
    /** Components of the source without effect here. */
    skippedComponents: number;
}

/** What the org has sent; nothing of it left the machine. */
export interface OrgOutbox {
    emails: { to: string[]; subject: string | null; plainTextBody: string | null; sentAt: number }[];
    notifications: { title: string; body: string; recipients: string[]; sentAt: number }[];
}

/** A session, for the command that asked for it alone. */
export interface SignedIn {
    accessToken: string;
    username: string;
}

export interface Advanced {
    /** Time of the org's clock now. */
    now: string;
    /** Pieces of asynchronous work that ran on the way. */
    ran: number;
}
