import { type Annotations, typeOf } from '@sw-studio/apex/runtime';
import { CALLOUT_SENTENCES } from '../../callouts/sentences.ts';
import { hasInterface } from '../service/interfaces.ts';

/** Why a queueable or batch may not call out: its class does not say `Database.AllowsCallouts`. null: it may. */
export function refusalOf(job: object): string | null {
    return hasInterface(typeOf(job), 'Database.AllowsCallouts') ? null : CALLOUT_SENTENCES.notDeclared;
}

/** The same of a future method, which says `@Future(callout=true)`. */
export function refusalOfFuture(annotations: Annotations): string | null {
    const future = annotations.find(({ name }) => name.toLowerCase() === 'future');
    const declared = Object.entries(future?.arguments ?? {}).find(([name]) => name.toLowerCase() === 'callout')?.[1];
    return String(declared).toLowerCase() === 'true' ? null : CALLOUT_SENTENCES.notDeclared;
}
