import type { Style } from '../output/style.ts';
import type { Failure } from './failure.ts';

/** A failure for people: the sentence with its code, what caused it, what to do. */
export function renderFailure({ name, message, causes, actions }: Failure, style: Style): string[] {
    const lines = [`${style.bad('Error')} (${name}): ${message}`];
    for (const cause of causes.filter((text) => !message.includes(text)))
        lines.push(style.faint(`  because: ${cause}`));
    if (actions.length > 0) lines.push('', 'Try this:');
    for (const action of actions) lines.push(`  - ${action}`);
    return lines;
}
