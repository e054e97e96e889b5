import * as Flags from '@oclif/core/flags';
import type { OrgConnection } from '@sw-studio/org-client';
import { control } from '../local-org/control-client.ts';
import type { ControlVerb, ControlVerbs } from '../local-org/control-verbs.ts';
import { dataFolder, requireRunningOrg, type RunningOrg } from '../local-org/running-org.ts';
import { Messages } from '../messages.ts';
import { StudioCommand } from './studio-command.ts';

const messages = Messages.load('local-org');

export interface LocalOrgFlags {
    data?: string | undefined;
}

/** A command about the local org that runs on a folder. */
export abstract class LocalOrgCommand extends StudioCommand {
    static override readonly baseFlags = {
        ...StudioCommand.baseFlags,
        data: Flags.string({ summary: messages.get('flags.data.summary'), helpValue: '<folder>' }),
    };

    /** @throws CliError ORG_NOT_RUNNING */
    protected running(flags: LocalOrgFlags): RunningOrg {
        return requireRunningOrg(dataFolder(flags.data), this.typedOther('org start'));
    }

    /** @throws CliError ORG_NOT_RUNNING, and what the org refuses */
    protected async command<Verb extends ControlVerb>(
        flags: LocalOrgFlags,
        verb: Verb,
        argument: ControlVerbs[Verb]['argument'],
    ): Promise<ControlVerbs[Verb]['result']> {
        return control(this.running(flags), verb, argument);
    }

    /** A session of the administrator, or of the user named. @throws CliError ORG_NOT_RUNNING */
    protected async connect(flags: LocalOrgFlags, user: string | null = null): Promise<OrgConnection> {
        const { OrgConnection } = await import('@sw-studio/org-client');
        const running = this.running(flags);
        const { accessToken, username } = await control(running, 'signIn', { username: user });
        return new OrgConnection({ username, name: 'the local org', instanceUrl: running.url, accessToken });
    }
}
