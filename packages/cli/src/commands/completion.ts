import * as Args from '@oclif/core/args';
import { StudioCommand } from '../command/studio-command.ts';
import { type CompletedCommand } from '../completion/command-tree.ts';
import { completionScript, SHELLS, type Shell } from '../completion/shell-scripts.ts';
import { Messages } from '../messages.ts';

const messages = Messages.load('completion');

export default class Completion extends StudioCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly args = {
        shell: Args.string({
            description: messages.get('args.shell.description'),
            options: [...SHELLS],
            required: true,
        }),
    };

    async run(): Promise<{ shell: string; script: string }> {
        const { args } = await this.parse(Completion);
        const script = completionScript(args.shell as Shell, this.config.bin, this.commandsOfThisPlugin());
        this.log(script);
        return { shell: args.shell, script };
    }

    private commandsOfThisPlugin(): CompletedCommand[] {
        const own = this.config.commands.filter(
            ({ pluginName, hidden }) => pluginName === this.ctor.plugin?.name && !hidden,
        );
        return own.map(({ id, summary = '', flags }) => ({
            id,
            summary,
            flags: Object.values(flags).map((flag) => ({
                name: flag.name,
                summary: flag.summary ?? flag.description ?? '',
                ...('options' in flag && flag.options !== undefined && { options: flag.options }),
            })),
        }));
    }
}
