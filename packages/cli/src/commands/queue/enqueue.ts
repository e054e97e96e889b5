import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type { EnqueueReply, EventOperation } from '@sw-studio/contract';
import { OrgCommand } from '../../command/org-command.ts';
import { Messages } from '../../messages.ts';
import { count } from '../../output/text.ts';

const messages = Messages.load('queue.enqueue');

const OPERATIONS: readonly EventOperation[] = ['Insert', 'Update', 'Delete', 'Undelete'];

export default class QueueEnqueue extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly strict = false;
    static override readonly args = {
        ids: Args.string({ description: messages.get('args.ids.description'), required: true }),
    };
    static override readonly flags = {
        operation: Flags.option({ options: OPERATIONS })({ summary: messages.get('flags.operation.summary') }),
        handler: Flags.string({ summary: messages.get('flags.handler.summary') }),
        priority: Flags.integer({ summary: messages.get('flags.priority.summary'), min: 1, max: 9 }),
    };

    async run(): Promise<EnqueueReply> {
        const { argv, flags } = await this.parse(QueueEnqueue);
        const studio = await this.studio(flags);
        const { operation, handler, priority } = flags;
        const body = {
            recordIds: argv as string[],
            ...(operation !== undefined && { operation }),
            ...(handler !== undefined && { handler }),
            ...(priority !== undefined && { priority }),
        };
        const reply = await this.during(messages.get('progress'), () => studio.enqueue(body));
        this.log(messages.get('done', count(reply.accepted, 'event'), reply.correlationId));
        if (reply.asMessages > 0) this.log(messages.get('asMessages', count(reply.asMessages, 'event')));
        return reply;
    }
}
