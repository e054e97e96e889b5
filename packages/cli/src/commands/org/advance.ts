import * as Args from '@oclif/core/args';
import { LocalOrgCommand } from '../../command/local-org-command.ts';
import type { Advanced } from '../../local-org/control-verbs.ts';
import { parseDuration } from '../../local-org/duration.ts';
import { Messages } from '../../messages.ts';
import { count } from '../../output/text.ts';

const messages = Messages.load('org.advance');

export default class OrgAdvance extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly args = {
        duration: Args.string({ description: messages.get('args.duration.description'), required: true }),
    };

    async run(): Promise<Advanced> {
        const { args, flags } = await this.parse(OrgAdvance);
        const milliseconds = parseDuration(args.duration);
        const advanced = await this.during(messages.get('progress'), () =>
            this.command(flags, 'advance', { milliseconds }),
        );
        this.log(messages.get('done', advanced.now, count(advanced.ran, 'piece')));
        return advanced;
    }
}
