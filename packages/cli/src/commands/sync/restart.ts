import * as Flags from '@oclif/core/flags';
import type { SyncStatus } from '@sw-studio/contract';
import { OrgError, type StudioApi } from '@sw-studio/org-client';
import { OrgCommand, type OrgFlags } from '../../command/org-command.ts';
import { Messages } from '../../messages.ts';
import { alreadyRunning, whatRuns } from '../../sync/already-running.ts';

const messages = Messages.load('sync.restart');

export default class SyncRestart extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        force: Flags.boolean({ char: 'f', summary: messages.get('flags.force.summary') }),
    };

    async run(): Promise<SyncStatus> {
        const { flags } = await this.parse(SyncRestart);
        const studio = await this.studio(flags);
        const status = await this.restart(studio, flags);
        this.log(messages.get('done', status.sync.generation));
        return status;
    }

    /** @throws CliError SYNC_ALREADY_RUNNING where nobody can be asked, or the answer is no */
    private async restart(studio: StudioApi, flags: OrgFlags & { force: boolean }): Promise<SyncStatus> {
        const restart = (force: boolean): Promise<SyncStatus> =>
            this.during(messages.get('progress'), () => studio.restart({ force }));
        try {
            return await restart(flags.force);
        } catch (thrown) {
            if (!(thrown instanceof OrgError) || thrown.code !== 'SYNC_ALREADY_RUNNING') throw thrown;
            const status = await studio.status();
            const question = messages.get('question', whatRuns(status, Date.now()));
            if (this.isInteractive && (await this.confirm(question))) return restart(true);
            throw alreadyRunning(status, `${this.typed} --force${this.sameOrg(flags)}`, Date.now(), thrown);
        }
    }
}
