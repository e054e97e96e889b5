import type { SyncStatus } from '@sw-studio/contract';
import { SyncVerb } from '../../command/sync-verb.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('sync.stop');

export default class SyncStop extends SyncVerb {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<SyncStatus> {
        const { flags } = await this.parse(SyncStop);
        return this.callVerb('sync.stop', flags, (studio) => studio.stop());
    }
}
