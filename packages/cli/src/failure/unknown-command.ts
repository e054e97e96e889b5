import type { Config } from '@oclif/core/config';
import { Messages } from '../messages.ts';
import { CliError } from './cli-error.ts';

const messages = Messages.load('failure');

/** How many letters may be wrong for a command still to be the one that was meant. */
const TYPING_ERRORS = 3;

/** What oclif throws for a command that there is not, told with the one that was probably meant; undefined: something else. */
export function unknownCommand(thrown: unknown, commandLine: readonly string[], config: Config): CliError | undefined {
    if (!(thrown instanceof Error) || !/^command .* not found$/.test(thrown.message)) return undefined;
    const words = commandLine.filter((word) => !word.startsWith('-'));
    const typed = words.slice(0, 2).join(' ');
    const [nearest] = config.commandIDs
        .map((id) => id.replaceAll(':', ' '))
        .map((id) => ({ id, distance: distanceOf(typed, id) }))
        .filter(({ distance }) => distance <= TYPING_ERRORS)
        .sort((left, right) => left.distance - right.distance);
    const remedies = [messages.get('unknown.list', config.bin)];
    if (nearest !== undefined) remedies.unshift(messages.get('unknown.nearest', config.bin, nearest.id));
    return new CliError('USAGE', messages.get('unknown', typed), { remedies });
}

/** Letters to insert, delete, replace or swap with their neighbour to make one text of the other (optimal alignment). */
function distanceOf(left: string, right: string): number {
    let before: number[] = [];
    let row = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let at = 1; at <= left.length; at++) {
        const next = [at];
        for (let index = 1; index <= right.length; index++) {
            const isSame = left[at - 1] === right[index - 1];
            const isSwapped = left[at - 1] === right[index - 2] && left[at - 2] === right[index - 1];
            const changes = [row[index - 1]! + (isSame ? 0 : 1), row[index]! + 1, next[index - 1]! + 1];
            if (isSwapped) changes.push(before[index - 2]! + 1);
            next.push(Math.min(...changes));
        }
        [before, row] = [row, next];
    }
    return row[right.length]!;
}
