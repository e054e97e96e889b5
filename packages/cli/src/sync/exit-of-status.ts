import type { SyncStatus } from '@sw-studio/contract';
import type { ExitName } from '../failure/exit-codes.ts';

/** Off is what somebody asked for; whatever else keeps the sync from running well is worth a script's attention. */
export function exitOfStatus({ sync: { health } }: SyncStatus): ExitName {
    return health === 'HEALTHY' || health === 'OFF' ? 'OK' : 'SYNC_UNHEALTHY';
}
