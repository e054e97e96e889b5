import { writeFileSync } from 'node:fs';
import * as Flags from '@oclif/core/flags';
import type { ApexTestRun } from '@sw-studio/local-org';
import { StudioCommand } from '../../command/studio-command.ts';
import { cacheFolder } from '../../cache-folder.ts';
import { CliError } from '../../failure/cli-error.ts';
import { Messages } from '../../messages.ts';

const messages = Messages.load('org.test');

/** `sw org test`: the exit code is 0 when all passed, 1 when a test failed, 2 when the project does not compile. */
export default class OrgTest extends StudioCommand {
    static override readonly summary = messages.get('summary');
    static override readonly description = messages.get('description');
    static override readonly examples = messages.list('examples');
    static override readonly flags = {
        source: Flags.directory({ summary: messages.get('flags.source.summary'), default: '.', exists: true }),
        class: Flags.string({ summary: messages.get('flags.class.summary') }),
        method: Flags.string({ summary: messages.get('flags.method.summary') }),
        namespace: Flags.string({ summary: messages.get('flags.namespace.summary'), exclusive: ['no-namespace'] }),
        'no-namespace': Flags.boolean({ summary: messages.get('flags.no-namespace.summary') }),
        'skip-errors': Flags.boolean({ summary: messages.get('flags.skip-errors.summary') }),
        coverage: Flags.boolean({ summary: messages.get('flags.coverage.summary') }),
        junit: Flags.file({ summary: messages.get('flags.junit.summary') }),
        cobertura: Flags.file({ summary: messages.get('flags.cobertura.summary') }),
    };

    async run(): Promise<ApexTestRun> {
        const { flags } = await this.parse(OrgTest);
        const { coberturaReport, junitReport, testProject } = await import('@sw-studio/local-org');
        const { describeTestRun } = await import('../../test-report.ts');
        const run = testProject({
            folder: flags.source,
            namespace: flags['no-namespace'] ? '' : (flags.namespace ?? null),
            className: flags.class ?? null,
            methodName: flags.method ?? null,
            skipErrors: flags['skip-errors'],
            coverage: flags.coverage || flags.cobertura !== undefined,
            cacheFolder: cacheFolder(),
        });
        if (run.tests.length === 0 && run.compileErrors.length === 0 && flags.class !== undefined) {
            throw new CliError('USAGE', messages.get('error.noSuchTests', flags.class, flags.source));
        }
        if (flags.junit !== undefined) writeFileSync(flags.junit, junitReport(run));
        if (flags.cobertura !== undefined)
            writeFileSync(flags.cobertura, coberturaReport(run.coverage ?? [], flags.source));
        this.print(describeTestRun(run));
        if (run.compileErrors.length > 0 && !flags['skip-errors']) this.endAs('USAGE');
        else if (run.failed > 0) this.endAs('FAILED');
        return run;
    }
}
