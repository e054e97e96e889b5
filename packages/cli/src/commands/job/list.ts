import * as Flags from '@oclif/core/flags';
import { JOB_STATUSES, type JobsReply } from '@sw-studio/contract';
import { OrgCommand } from '../../command/org-command.ts';
import { Messages } from '../../messages.ts';
import { describeJobs } from '../../sync/describe-job.ts';

const messages = Messages.load('job.list');

export default class JobList extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        limit: Flags.integer({ summary: messages.get('flags.limit.summary'), min: 1, max: 200 }),
        status: Flags.option({ options: JOB_STATUSES })({ summary: messages.get('flags.status.summary') }),
        before: Flags.string({ summary: messages.get('flags.before.summary'), helpValue: '<name>' }),
    };

    async run(): Promise<JobsReply> {
        const { flags } = await this.parse(JobList);
        const studio = await this.studio(flags);
        const { limit, status, before } = flags;
        const filter = {
            ...(limit !== undefined && { limit }),
            ...(status !== undefined && { status }),
            ...(before !== undefined && { before }),
        };
        const reply = await this.during(messages.get('progress'), () => studio.jobs(filter));
        if (reply.jobs.length === 0) this.log(messages.get('none'));
        else this.print(describeJobs(reply.jobs, { now: Date.now(), style: this.style, width: this.width }));
        if (reply.next !== undefined) this.log(`\n${messages.get('next', `${this.typed} --before ${reply.next}`)}`);
        return reply;
    }
}
