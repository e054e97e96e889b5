import type { SyncStatus } from '@sw-studio/contract';
import { SyncVerb } from '../../command/sync-verb.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('sync.start');

export default class SyncStart extends SyncVerb {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');

    async run(): Promise<SyncStatus> {
        const { flags } = await this.parse(SyncStart);
        return this.callVerb('sync.start', flags, (studio) => studio.start());
    }
}
