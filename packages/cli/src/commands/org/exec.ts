import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { LocalOrgCommand } from '../../command/local-org-command.ts';
import { type ExecResult, executeAnonymous, readSource } from '../../local-org/execute-anonymous.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.exec');

export default class OrgExec extends LocalOrgCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly args = {
        file: Args.string({ description: messages.get('args.file.description'), required: true }),
    };
    static override readonly flags = {
        user: Flags.string({ summary: messages.get('flags.user.summary'), helpValue: '<username>' }),
    };

    async run(): Promise<ExecResult> {
        const { args, flags } = await this.parse(OrgExec);
        const source = readSource(args.file);
        const connection = await this.connect(flags, flags.user ?? null);
        const result = await this.during(messages.get('progress'), () => executeAnonymous(connection, source));
        if (result.success) this.log(messages.get('done'));
        else if (result.compiled)
            this.print([messages.get('threw', result.exceptionMessage ?? ''), result.exceptionStackTrace ?? '']);
        else this.log(messages.get('notCompiled', result.line, result.column, result.compileProblem ?? ''));
        this.endAs(result.success ? 'OK' : 'FAILED');
        return result;
    }
}
