import type { SyncStatus } from '@sw-studio/contract';
import { SyncVerb } from '../../command/sync-verb.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('sync.run-now');

export default class SyncRunNow extends SyncVerb {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<SyncStatus> {
        const { flags } = await this.parse(SyncRunNow);
        return this.callVerb('sync.run-now', flags, (studio) => studio.runNow());
    }
}
