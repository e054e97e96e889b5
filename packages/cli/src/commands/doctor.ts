import * as Flags from '@oclif/core/flags';
import type { HealthReply } from '@sw-studio/contract';
import { OrgCommand } from '../command/org-command.ts';
import { type AppliedFix, applyFixes } from '../doctor/apply-fixes.ts';
import { describeHealth } from '../doctor/describe-health.ts';
import type { ExitName } from '../failure/exit-codes.ts';
import { Messages } from '../messages.ts';

const messages = Messages.load('doctor');

interface DoctorResult extends HealthReply {
    /** Empty without --fix. */
    fixes: AppliedFix[];
}

export default class Doctor extends OrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        fix: Flags.boolean({ summary: messages.get('flags.fix.summary') }),
    };

    async run(): Promise<DoctorResult> {
        const { flags } = await this.parse(Doctor);
        const studio = await this.studio(flags);
        const { username, instanceUrl } = studio.connection.login;
        this.log(messages.get('login', username, instanceUrl));
        let health = await this.during(messages.get('progress'), () => studio.health());
        let fixes: AppliedFix[] = [];
        if (flags.fix) {
            const before = health;
            fixes = await this.during(messages.get('progress.fix'), () => applyFixes(studio, before));
            this.print(fixes.map(describeFix));
            if (fixes.length > 0) health = await this.during(messages.get('progress'), () => studio.health());
        }
        this.print(describeHealth(health.checks, this.style));
        this.endAs(exitOfHealth(health, fixes));
        return { ...health, fixes };
    }
}

function describeFix({ fix, error }: AppliedFix): string {
    return error === undefined ? messages.get('fixed', fix) : messages.get('notFixed', fix, error.message, error.code);
}

function exitOfHealth({ status }: HealthReply, fixes: readonly AppliedFix[]): ExitName {
    const applied = fixes.filter((fix) => fix.applied).length;
    if (applied > 0 && applied < fixes.length) return 'PARTIAL';
    return status === 'ERROR' ? 'SYNC_UNHEALTHY' : 'OK';
}
