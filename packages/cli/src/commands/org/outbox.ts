import { LocalOrgCommand } from '../../command/local-org-command.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.outbox');

export default class OrgOutbox extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<{ messages: unknown[] }> {
        const { flags } = await this.parse(OrgOutbox);
        const outbox = await this.command(flags, 'outbox', null);
        if (outbox.messages.length === 0) this.log(messages.get('none'));
        for (const message of outbox.messages) this.log(JSON.stringify(message, null, 2));
        return outbox;
    }
}
