import * as Flags from '@oclif/core/flags';
import { LocalOrgCommand } from '../../command/local-org-command.ts';
import { CliError } from '../../failure/cli-error.ts';
import type { OrgState } from '../../local-org/control-verbs.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.reset');

export default class OrgReset extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        force: Flags.boolean({ char: 'f', summary: messages.get('flags.force.summary') }),
    };

    async run(): Promise<OrgState> {
        const { flags } = await this.parse(OrgReset);
        const { url } = this.running(flags);
        if (!flags.force) await this.ask(url);
        const state = await this.during(messages.get('progress'), () => this.command(flags, 'reset', null));
        this.log(messages.get('done', state.url));
        return state;
    }

    /** @throws CliError CANNOT_ASK, INTERRUPTED */
    private async ask(url: string): Promise<void> {
        if (!this.isInteractive) {
            throw new CliError('CANNOT_ASK', messages.get('error.cannotAsk', url), {
                remedies: [messages.get('error.cannotAsk.force', `${this.typed} --force`)],
            });
        }
        if (!(await this.confirm(messages.get('question', url)))) {
            throw new CliError('INTERRUPTED', messages.get('error.kept'));
        }
    }
}
