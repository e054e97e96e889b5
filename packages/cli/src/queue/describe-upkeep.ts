import type { UpkeepReply } from '@sw-studio/contract';
import type { Messages } from '../messages.ts';
import { count } from '../output/text.ts';

/** What became of rows: nothing yet, done, or being done by jobs. */
export function describeUpkeep({ count: rows, dryRun, id }: UpkeepReply, messages: Messages): string {
    const words = count(rows, 'row');
    if (dryRun) return messages.get('wouldBe', words);
    return id === undefined ? messages.get('done', words) : messages.get('begun', words, id);
}
