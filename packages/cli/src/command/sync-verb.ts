import type { SyncStatus } from '@sw-studio/contract';
import type { StudioApi } from '@sw-studio/org-client';
import { Messages } from '../messages.ts';
import { describeStatus } from '../sync/describe-status.ts';
import { OrgCommand, type OrgFlags } from './org-command.ts';

/** A command that calls one verb of the sync and shows the status that it answers. */
export abstract class SyncVerb extends OrgCommand {
    protected async callVerb(
        name: string,
        flags: OrgFlags,
        verb: (studio: StudioApi) => Promise<SyncStatus>,
    ): Promise<SyncStatus> {
        const messages = Messages.load(name);
        const studio = await this.studio(flags);
        const status = await this.during(messages.get('progress'), () => verb(studio));
        this.print([messages.get('done'), '', ...describeStatus(status, { now: Date.now(), style: this.style })]);
        return status;
    }
}
