import { CliError } from '../failure/cli-error.ts';
import { Messages } from '../messages.ts';

const messages = Messages.load('org.advance');

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `15m`, `1h`, `2d`, or several in a row such as `1h30m`, in milliseconds. @throws CliError USAGE */
export function parseDuration(text: string): number {
    const parts = [...text.matchAll(/(\d+)([smhd])/g)];
    const isWhole = parts.map(([part]) => part).join('') === text && parts.length > 0;
    if (!isWhole) throw new CliError('USAGE', messages.get('error.duration', text));
    return parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit!]!, 0);
}
