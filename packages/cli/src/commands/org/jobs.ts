import * as Flags from '@oclif/core/flags';
import type { QueryRecord } from '@sw-studio/org-client';
import { LocalOrgCommand } from '../../command/local-org-command.ts';
import { describeAsyncJobs, describeScheduledJobs, readJobs } from '../../local-org/org-jobs.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.jobs');

interface OrgJobsResult {
    scheduled: QueryRecord[];
    asynchronous: QueryRecord[];
}

export default class OrgJobs extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        limit: Flags.integer({ summary: messages.get('flags.limit.summary'), min: 1 }),
    };

    async run(): Promise<OrgJobsResult> {
        const { flags } = await this.parse(OrgJobs);
        const jobs = await readJobs(await this.connect(flags), flags.limit ?? 20);
        const look = { width: this.width, style: this.style };
        this.print([messages.get('scheduled'), ...describeScheduledJobs(jobs.scheduled, look)]);
        this.print(['', messages.get('asynchronous'), ...describeAsyncJobs(jobs.asynchronous, look)]);
        return jobs;
    }
}
