import * as Args from '@oclif/core/args';
import type { JobReply } from '@sw-studio/contract';
import type { StudioApi } from '@sw-studio/org-client';
import { OrgCommand } from '../../command/org-command.ts';
import { CliError } from '../../failure/cli-error.ts';
import { Messages } from '../../messages.ts';
import { describeJob } from '../../sync/describe-job.ts';

const messages = Messages.load('job.get');

export default class JobGet extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly args = { job: Args.string({ description: messages.get('args.job.description') }) };

    async run(): Promise<JobReply> {
        const { args, flags } = await this.parse(JobGet);
        const studio = await this.studio(flags);
        const reply = await this.during(messages.get('progress'), async () =>
            studio.job(args.job ?? (await newestJob(studio))),
        );
        this.print(describeJob(reply, { now: Date.now(), style: this.style, width: this.width }));
        return reply;
    }
}

/** @throws CliError JOB_NOT_FOUND where the sync never ran */
async function newestJob(studio: StudioApi): Promise<string> {
    const [newest] = (await studio.jobs({ limit: 1 })).jobs;
    if (newest === undefined) throw new CliError('JOB_NOT_FOUND', messages.get('error.none'));
    return newest.id;
}
