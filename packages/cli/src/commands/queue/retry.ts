import * as Flags from '@oclif/core/flags';
import type { UpkeepReply } from '@sw-studio/contract';
import { OrgCommand } from '../../command/org-command.ts';
import { Messages } from '../../messages.ts';
import { describeUpkeep } from '../../queue/describe-upkeep.ts';
import { filterFlags, filterOf } from '../../queue/filter-flags.ts';

const messages = Messages.load('queue.retry');
const queueMessages = Messages.load('queue');

export default class QueueRetry extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        ...filterFlags,
        'dry-run': Flags.boolean({ summary: queueMessages.get('flags.dry-run.summary') }),
    };

    async run(): Promise<UpkeepReply> {
        const { flags } = await this.parse(QueueRetry);
        const studio = await this.studio(flags);
        const body = { filter: filterOf(flags), dryRun: flags['dry-run'] };
        const reply = await this.during(messages.get('progress'), () => studio.retry(body));
        this.log(describeUpkeep(reply, messages));
        return reply;
    }
}
