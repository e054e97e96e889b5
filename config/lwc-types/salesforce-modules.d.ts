// Modules that the platform supplies to a component, by their documented scopes.
declare module '@salesforce/apex' {
    export function refreshApex(wired: unknown): Promise<void>;
    export function getSObjectValue(record: object, field: unknown): unknown;
}

declare module '@salesforce/apex/*' {
    /** Rejects with `{ body: { message } }` when the method throws an AuraHandledException. */
    const method: (parameters?: Record<string, unknown>) => Promise<any>;
    export default method;
}

declare module '@salesforce/label/*' {
    const text: string;
    export default text;
}

declare module '@salesforce/schema/*' {
    const reference: { fieldApiName: string; objectApiName: string };
    export default reference;
}

declare module '@salesforce/resourceUrl/*' {
    const url: string;
    export default url;
}

declare module '@salesforce/customPermission/*' {
    const granted: boolean | undefined;
    export default granted;
}

declare module '@salesforce/userPermission/*' {
    const granted: boolean | undefined;
    export default granted;
}

declare module '@salesforce/user/Id' {
    const id: string;
    export default id;
}

declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}
