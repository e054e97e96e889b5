import { resolve } from 'node:path';
import * as Flags from '@oclif/core/flags';
import { LocalOrgCommand } from '../../command/local-org-command.ts';
import type { OrgState } from '../../local-org/control-verbs.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.deploy');

export default class OrgDeploy extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        source: Flags.directory({ summary: messages.get('flags.source.summary'), exists: true }),
        namespace: Flags.string({ summary: messages.get('flags.namespace.summary'), helpValue: '<namespace>' }),
    };

    async run(): Promise<OrgState> {
        const { flags } = await this.parse(OrgDeploy);
        const source = resolve(flags.source ?? '.');
        const state = await this.during(messages.get('progress'), () =>
            this.command(flags, 'deploy', { source, namespace: flags.namespace ?? null }),
        );
        this.log(messages.get('done', source, state.url));
        return state;
    }
}
