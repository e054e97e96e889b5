import { resolve } from 'node:path';
import * as Flags from '@oclif/core/flags';
import { LocalOrgCommand } from '../../command/local-org-command.ts';
import { cacheFolder } from '../../cache-folder.ts';
import { CliError } from '../../failure/cli-error.ts';
import type { OrgState } from '../../local-org/control-verbs.ts';
import { describeOrg } from '../../local-org/describe-org.ts';
import { startDetached } from '../../local-org/start-detached.ts';
import { dataFolder, findRunningOrg } from '../../local-org/running-org.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.start');

const DEFAULT_PORT = 7700;

export default class OrgStart extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        port: Flags.integer({ summary: messages.get('flags.port.summary'), min: 0, max: 65_535 }),
        source: Flags.directory({ summary: messages.get('flags.source.summary'), exists: true }),
        namespace: Flags.string({ summary: messages.get('flags.namespace.summary'), helpValue: '<namespace>' }),
        memory: Flags.boolean({ summary: messages.get('flags.memory.summary') }),
        alias: Flags.string({ char: 'a', summary: messages.get('flags.alias.summary'), helpValue: '<alias>' }),
        detach: Flags.boolean({ char: 'd', summary: messages.get('flags.detach.summary') }),
    };

    async run(): Promise<OrgState> {
        const { flags } = await this.parse(OrgStart);
        const folder = dataFolder(flags.data);
        const running = findRunningOrg(folder);
        if (running !== undefined) {
            throw new CliError('FOLDER_IN_USE', messages.get('error.running', running.url, folder), {
                remedies: [messages.get('error.running.stop', this.typedOther('org stop'))],
            });
        }
        if (flags.detach) {
            await this.during(messages.get('progress'), () => startDetached(folder));
            const state = await this.command(flags, 'status', null);
            this.print(describeOrg(state, this.style));
            return state;
        }
        const { OrgHost } = await import('../../local-org/org-host.ts');
        const host = await this.during(messages.get('progress'), () =>
            OrgHost.start({
                folder,
                alias: flags.alias ?? null,
                server: {
                    data: flags.memory ? null : folder,
                    port: flags.port ?? DEFAULT_PORT,
                    source: flags.source === undefined ? null : resolve(flags.source),
                    namespace: flags.namespace ?? null,
                    cacheFolder: cacheFolder(),
                },
            }),
        );
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop());
        const state = await host.state();
        this.print([...describeOrg(state, this.style), '', messages.get('stays', this.typedOther('org stop'))]);
        await host.stopped;
        return state;
    }
}
