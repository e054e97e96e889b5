import { LocalOrgCommand } from '../../command/local-org-command.ts';
import type { OrgState } from '../../local-org/control-verbs.ts';
import { describeOrg } from '../../local-org/describe-org.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.status');

export default class OrgStatus extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<OrgState> {
        const { flags } = await this.parse(OrgStatus);
        const state = await this.command(flags, 'status', null);
        this.print(describeOrg(state, this.style));
        return state;
    }
}
