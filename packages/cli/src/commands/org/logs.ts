import * as Args from '@oclif/core/args';
import type { QueryResult } from '@sw-studio/org-client';
import { LocalOrgCommand } from '../../command/local-org-command.ts';
import { describeRecords } from '../../local-org/describe-records.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.logs');

const LOGS =
    'SELECT Id, StartTime, Operation, Status, DurationMilliseconds, LogLength FROM ApexLog ORDER BY StartTime DESC LIMIT 25';

export default class OrgLogs extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly args = { log: Args.string({ description: messages.get('args.log.description') }) };

    async run(): Promise<QueryResult | { id: string; body: string }> {
        const { args, flags } = await this.parse(OrgLogs);
        const connection = await this.connect(flags);
        if (args.log !== undefined) {
            const body = await connection.text({
                method: 'GET',
                path: `/services/data/v${connection.apiVersion}/tooling/sobjects/ApexLog/${encodeURIComponent(args.log)}/Body`,
                call: `the log ${args.log}`,
            });
            this.log(body);
            return { id: args.log, body };
        }
        const { query } = await import('@sw-studio/org-client');
        const result = await query(connection, LOGS, { tooling: true });
        this.print(describeRecords(result, { width: this.width, style: this.style }));
        return result;
    }
}
