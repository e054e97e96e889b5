import { Messages } from '../messages.ts';
import type { Style } from '../output/style.ts';
import { count } from '../output/text.ts';
import { relativeTime } from '../output/time.ts';
import type { OrgState } from './control-verbs.ts';

const messages = Messages.load('local-org');

/** A running local org for people, one fact a line. */
export function describeOrg(state: OrgState, style: Style): string[] {
    const facts = [
        [messages.get('state.url'), state.url],
        [messages.get('state.data'), state.data ?? messages.get('state.memory')],
        [messages.get('state.source'), state.source ?? messages.get('state.noSource')],
        [messages.get('state.username'), state.username],
        [messages.get('state.organizationId'), state.organizationId],
        [messages.get('state.now'), state.now],
        [messages.get('state.startedAt'), relativeTime(state.startedAt, Date.now())],
    ] as const;
    const width = Math.max(...facts.map(([name]) => name.length));
    const lines = facts.map(([name, value]) => `${style.faint(name.padEnd(width))}  ${value}`);
    const { skippedComponents } = state;
    if (skippedComponents > 0) {
        lines.push(style.warning(messages.get('state.skipped', count(skippedComponents, 'component'))));
    }
    return lines;
}
