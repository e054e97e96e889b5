export interface Session {
    readonly token: string;
    readonly userId: string;
    /** Of the connected app; null: opened by the server itself. */
    readonly clientId: string | null;
}

/** What a user logged in with. */
export interface Grant {
    readonly userId: string;
    readonly clientId: string | null;
}
