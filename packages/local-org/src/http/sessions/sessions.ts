import type { HostedOrg } from '../org/hosted-org.ts';
import { commonErrors } from '../routing/api-error.ts';
import type { HttpRequest } from '../thread/messages.ts';
import { CODE_LIFETIME, DAILY_API_REQUESTS, SESSION_TIMEOUT } from './limits.ts';
import { hashPassword, isPassword, randomSecret } from './secret.ts';
import type { Grant, Session } from './session.ts';
import { SessionStore } from './session-store.ts';

const HOUR = 3_600_000;
const DAY_IN_HOURS = 24;
/** A session in use is noted again after this time, not at every request. */
const NOTE_USE_AFTER = 60_000;

/**
 * Tokens and who they stand for. Sessions end by the machine's clock: moving the org's clock forward logs nobody out.
 */
export class Sessions {
    private readonly host: HostedOrg;
    private readonly store: SessionStore;
    private readonly known = new Map<string, Grant & { usedAt: number }>();
    private readonly codes = new Map<string, Grant & { readonly until: number }>();
    private usage: { hour: number; before: number; here: number };

    constructor(host: HostedOrg) {
        this.host = host;
        this.store = new SessionStore(host.settings.folder);
        this.usage = this.usageOf(hourNow());
    }

    /** Requests to the APIs in the last 24 hours, and how many there may be. */
    get apiUsage(): { readonly used: number; readonly limit: number } {
        const { settings } = this.host;
        const limit = settings.dailyApiRequests ?? DAILY_API_REQUESTS[settings.edition];
        return { used: this.usage.before + this.usage.here, limit };
    }

    /**
     * The session that a request names, and one request more of the day's.
     *
     * @throws ApiError 401 without a session; 403 for users without the API, and when the day's requests are used up
     */
    require(http: HttpRequest): Session {
        return this.use(tokenOf(http));
    }

    /** @throws ApiError as `require` */
    use(token: string | null): Session {
        const session = token === null ? null : this.find(token);
        if (session === null) throw commonErrors.invalidSession();
        this.checkUser(session.userId);
        this.countRequest();
        return session;
    }

    /** Asks for nothing and counts nothing: null where the token is no session. */
    find(token: string): Session | null {
        const now = Date.now();
        const row = this.known.get(token) ?? this.store.session(token);
        if (row === undefined || now - row.usedAt > SESSION_TIMEOUT) {
            this.known.delete(token);
            return null;
        }
        if (now - row.usedAt > NOTE_USE_AFTER) this.store.touch(token, now);
        this.known.set(token, { ...row, usedAt: now - row.usedAt > NOTE_USE_AFTER ? now : row.usedAt });
        return { token, userId: row.userId, clientId: row.clientId };
    }

    /** @returns the access token, which begins with the org's id as clients expect it */
    open(grant: Grant): string {
        const token = `${this.host.org.ids.organizationId}!${randomSecret()}`;
        this.store.addSession(token, grant, Date.now());
        return token;
    }

    end(token: string): boolean {
        const session = this.find(token);
        this.known.delete(token);
        this.store.endSession(token);
        return session !== null;
    }

    openRefreshToken(grant: Grant): string {
        const token = `5Aep${randomSecret()}`;
        this.store.addRefreshToken(token, grant);
        return token;
    }

    refreshGrant(token: string): Grant | undefined {
        return this.store.refreshToken(token);
    }

    endRefreshToken(token: string): boolean {
        this.known.clear();
        return this.store.endRefreshToken(token);
    }

    /** @returns a code that the web server flow redeems once */
    openCode(grant: Grant): string {
        const code = `aPrx${randomSecret()}`;
        this.codes.set(code, { ...grant, until: Date.now() + CODE_LIFETIME });
        return code;
    }

    redeemCode(code: string): Grant | undefined {
        const grant = this.codes.get(code);
        this.codes.delete(code);
        return grant !== undefined && grant.until > Date.now() ? grant : undefined;
    }

    setPassword(userId: string, password: string): void {
        this.store.setPassword(userId, hashPassword(password));
    }

    isPassword(userId: string, password: string): boolean {
        const kept = this.store.password(userId);
        return kept !== undefined && isPassword(password, kept);
    }

    close(): void {
        this.store.close();
    }

    /** @throws ApiError 401 for a user who was deactivated, 403 without the permission to use the API */
    private checkUser(userId: string): void {
        const { users } = this.host;
        const user = users.get(userId);
        if (user === undefined || !users.isActive(userId)) throw commonErrors.invalidSession();
        if (!users.hasPermission(user, 'PermissionsApiEnabled')) throw commonErrors.apiDisabled();
    }

    private countRequest(): void {
        const hour = hourNow();
        if (hour !== this.usage.hour) this.usage = this.usageOf(hour);
        const { used, limit } = this.apiUsage;
        if (used >= limit) throw commonErrors.requestLimitExceeded();
        this.usage.here++;
        this.store.countRequest(hour);
    }

    private usageOf(hour: number): { hour: number; before: number; here: number } {
        return { hour, before: this.store.requestsSince(hour - DAY_IN_HOURS), here: 0 };
    }
}

function hourNow(): number {
    return Math.floor(Date.now() / HOUR);
}

function tokenOf({ headers }: HttpRequest): string | null {
    return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? null;
}
