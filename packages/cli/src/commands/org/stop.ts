import { LocalOrgCommand } from '../../command/local-org-command.ts';
import type { OrgState } from '../../local-org/control-verbs.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.stop');

export default class OrgStop extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<OrgState> {
        const { flags } = await this.parse(OrgStop);
        const state = await this.command(flags, 'stop', null);
        this.log(messages.get('done', state.url));
        return state;
    }
}
