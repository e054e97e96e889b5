import * as Flags from '@oclif/core/flags';
import type { EventsReply, EventStatus } from '@sw-studio/contract';
import { OrgCommand } from '../../command/org-command.ts';
import { Messages } from '../../messages.ts';
import { describeEvents } from '../../queue/describe-queue.ts';
import { filterFlags } from '../../queue/filter-flags.ts';

const messages = Messages.load('queue.list');
const queueMessages = Messages.load('queue');

const STATUSES: readonly EventStatus[] = ['Pending', 'Processing', 'Retrying', 'Dead'];

export default class QueueList extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        status: Flags.option({ options: STATUSES })({ summary: queueMessages.get('flags.status.summary') }),
        handler: filterFlags.handler,
        object: filterFlags.object,
        'error-code': filterFlags['error-code'],
        'error-kind': filterFlags['error-kind'],
        record: Flags.string({ summary: messages.get('flags.record.summary'), helpValue: '<id>' }),
        limit: Flags.integer({ summary: messages.get('flags.limit.summary'), min: 1, max: 200 }),
        before: Flags.string({ summary: messages.get('flags.before.summary'), helpValue: '<name>' }),
    };

    async run(): Promise<EventsReply> {
        const { flags } = await this.parse(QueueList);
        const studio = await this.studio(flags);
        const { status, handler, object, record, limit, before } = flags;
        const { 'error-code': errorCode, 'error-kind': errorKind } = flags;
        const filter = {
            ...(status !== undefined && { status }),
            ...(handler !== undefined && { handler }),
            ...(object !== undefined && { object }),
            ...(record !== undefined && { recordId: record }),
            ...(errorCode !== undefined && { errorCode }),
            ...(errorKind !== undefined && { errorKind }),
            ...(limit !== undefined && { limit }),
            ...(before !== undefined && { before }),
        };
        const reply = await this.during(messages.get('progress'), () => studio.events(filter));
        if (reply.events.length === 0) this.log(messages.get('none'));
        else this.print(describeEvents(reply, { now: Date.now(), style: this.style, width: this.width }));
        if (reply.next !== undefined) this.log(`\n${messages.get('next', `${this.typed} --before ${reply.next}`)}`);
        return reply;
    }
}
