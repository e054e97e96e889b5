import * as Flags from '@oclif/core/flags';
import type { SyncStatus } from '@sw-studio/contract';
import { OrgCommand } from '../../command/org-command.ts';
import { Messages } from '../../messages.ts';
import { describeStatus } from '../../sync/describe-status.ts';
import { exitOfStatus } from '../../sync/exit-of-status.ts';
import { showWatch } from '../../sync/show-watch.ts';

const messages = Messages.load('sync.status');

const DEFAULT_INTERVAL_SECONDS = 2;

export default class SyncStatusCommand extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        watch: Flags.boolean({ char: 'w', summary: messages.get('flags.watch.summary') }),
        interval: Flags.integer({
            summary: messages.get('flags.interval.summary'),
            min: 1,
            dependsOn: ['watch'],
            helpValue: '<seconds>',
        }),
    };

    async run(): Promise<SyncStatus | undefined> {
        const { flags } = await this.parse(SyncStatusCommand);
        const studio = await this.studio(flags);
        if (flags.watch) {
            const json = this.jsonEnabled();
            const last = await showWatch({
                studio,
                json,
                style: this.style,
                intervalMs: (flags.interval ?? DEFAULT_INTERVAL_SECONDS) * 1000,
            });
            if (json) this.exit(0);
            return last;
        }
        const status = await this.during(messages.get('progress'), () => studio.status());
        this.print(describeStatus(status, { now: Date.now(), style: this.style }));
        this.endAs(exitOfStatus(status));
        return status;
    }
}
