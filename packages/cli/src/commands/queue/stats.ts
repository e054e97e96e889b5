import type { QueueStatsReply } from '@sw-studio/contract';
import { OrgCommand } from '../../command/org-command.ts';
import { Messages } from '../../messages.ts';
import { describeStats } from '../../queue/describe-queue.ts';

const messages = Messages.load('queue.stats');

export default class QueueStats extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<QueueStatsReply> {
        const { flags } = await this.parse(QueueStats);
        const studio = await this.studio(flags);
        const stats = await this.during(messages.get('progress'), () => studio.queueStats());
        this.print(describeStats(stats, { now: Date.now(), style: this.style, width: this.width }));
        return stats;
    }
}
