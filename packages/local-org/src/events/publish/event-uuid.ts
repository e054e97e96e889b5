import { createHash } from 'node:crypto';
import type { Store } from '../../store/store.ts';

const HEX_DIGITS = 32;

/** A UUID of the form of version 4 that no other event of any org has; an org that is run again gives the same ones. */
export function nextEventUuid(store: Store, organizationId: string): string {
    const number = store.autoNumbers.next('LocalEventRecord.EventUuid', 1);
    const hash = createHash('sha256').update(`${organizationId} ${number}`).digest('hex').slice(0, HEX_DIGITS);
    const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
    return [
        hash.slice(0, 8),
        hash.slice(8, 12),
        `4${hash.slice(13, 16)}`,
        `${variant}${hash.slice(17, 20)}`,
        hash.slice(20),
    ].join('-');
}
