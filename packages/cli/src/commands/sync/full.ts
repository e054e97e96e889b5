import type { SyncStatus } from '@sw-studio/contract';
import { SyncVerb } from '../../command/sync-verb.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('sync.full');

export default class SyncFull extends SyncVerb {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<SyncStatus> {
        const { flags } = await this.parse(SyncFull);
        return this.callVerb('sync.full', flags, (studio) => studio.fullSync());
    }
}
