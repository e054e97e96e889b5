import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type { QueryResult } from '@sw-studio/org-client';
import { LocalOrgCommand } from '../../command/local-org-command.ts';
import { describeRecords } from '../../local-org/describe-records.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.query');

export default class OrgQuery extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly args = {
        soql: Args.string({ description: messages.get('args.soql.description'), required: true }),
    };
    static override readonly flags = {
        limit: Flags.integer({ summary: messages.get('flags.limit.summary'), min: 1 }),
        user: Flags.string({ summary: messages.get('flags.user.summary'), helpValue: '<username>' }),
        tooling: Flags.boolean({ summary: messages.get('flags.tooling.summary') }),
    };

    async run(): Promise<QueryResult> {
        const { args, flags } = await this.parse(OrgQuery);
        const connection = await this.connect(flags, flags.user ?? null);
        const { query } = await import('@sw-studio/org-client');
        const limit = flags.limit === undefined ? {} : { limit: flags.limit };
        const result = await query(connection, args.soql, { ...limit, tooling: flags.tooling });
        this.print(describeRecords(result, { width: this.width, style: this.style }));
        return result;
    }
}
