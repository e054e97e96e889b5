import { LocalOrgCommand } from '../../command/local-org-command.ts';
import type { OrgOutbox as Outbox } from '../../local-org/control-verbs.ts';
import { describeOutbox } from '../../local-org/describe-outbox.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.outbox');

export default class OrgOutbox extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<Outbox> {
        const { flags } = await this.parse(OrgOutbox);
        const outbox = await this.command(flags, 'outbox', null);
        const lines = describeOutbox(outbox, { width: this.width, style: this.style });
        this.print(lines.length === 0 ? [messages.get('none')] : lines);
        return outbox;
    }
}
