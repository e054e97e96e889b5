import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupRows } from '../../../default-data/setup-rows.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import { findToolingObject } from '../../../schema/tooling-objects.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';

export interface LoggedRequest {
    readonly userId: string;
    /** `Api`, `/services/apexrest/...`: what was asked. */
    readonly operation: string;
    readonly status: string;
    readonly milliseconds: number;
    readonly body: string;
}

/** Debug logs of users who are traced: a row of ApexLog each, and the text beside the org. */
export class LogStore {
    private readonly host: HostedOrg;
    private readonly folder: string;

    constructor(host: HostedOrg) {
        this.host = host;
        this.folder = join(host.settings.folder ?? host.settings.spool, 'logs');
        mkdirSync(this.folder, { recursive: true });
    }

    /** Whether a trace flag of the user is in force now. */
    isTraced(userId: string): boolean {
        const flags = findToolingObject('TraceFlag') as ObjectSchema;
        const slot = (name: string): number => flags.field(name)?.slot ?? -1;
        const now = this.host.clock.now();
        for (const row of this.host.org.store.table(flags).scan(null)) {
            const start = (row[slot('StartDate')] ?? 0) as number;
            const end = (row[slot('ExpirationDate')] ?? Infinity) as number;
            if (row[slot('TracedEntityId')] === userId && start <= now && now < end) return true;
        }
        return false;
    }

    /** Keeps a log and tells those who listen on the system topic. */
    add({ userId, operation, status, milliseconds, body }: LoggedRequest): void {
        const { org } = this.host;
        const { transaction } = org.openTransaction();
        const rows = new SetupRows(org.schema, transaction);
        rows.userId = userId;
        const id = rows.insert('ApexLog', {
            Application: 'Unknown',
            DurationMilliseconds: Math.round(milliseconds),
            Location: 'Monitoring',
            LogLength: Buffer.byteLength(body),
            LogUserId: userId,
            Operation: operation,
            Request: 'API',
            StartTime: Math.floor(this.host.clock.now() / 1000) * 1000,
            Status: status,
        });
        writeFileSync(join(this.folder, `${id}.log`), body);
        transaction.commit();
        org.events.systemTopics.announce('/systemTopic/Logging', 'created', id);
    }

    /** null: there is no such log. */
    body(id: string): string | null {
        const path = join(this.folder, `${id}.log`);
        return /^\w+$/.test(id) && existsSync(path) ? readFileSync(path, 'utf8') : null;
    }
}
