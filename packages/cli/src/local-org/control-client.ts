import { CliError } from '../failure/cli-error.ts';
import { Messages } from '../messages.ts';
import type { ControlFailure } from './control-server.ts';
import type { ControlVerb, ControlVerbs } from './control-verbs.ts';
import type { RunningOrg } from './running-org.ts';

const messages = Messages.load('local-org');

/**
 * Has a running local org do something.
 *
 * @throws CliError with the code of the org, or ORG_NOT_RUNNING where it does not answer
 */
export async function control<Verb extends ControlVerb>(
    { url, control: address, secret }: RunningOrg,
    verb: Verb,
    argument: ControlVerbs[Verb]['argument'],
): Promise<ControlVerbs[Verb]['result']> {
    const response = await fetch(`${address}/${verb}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(argument),
    }).catch((cause: unknown) => {
        throw new CliError('ORG_NOT_RUNNING', messages.get('error.noAnswer', url), { cause });
    });
    if (response.ok) return (await response.json()) as ControlVerbs[Verb]['result'];
    const { code = 'COMMAND_FAILED', message, remedy } = (await response.json()) as ControlFailure;
    throw new CliError(code, message, remedy ? { remedies: [remedy] } : {});
}
