import { createInterface } from 'node:readline/promises';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { EXIT_CODES, type ExitName } from '../failure/exit-codes.ts';
import { type Failure, failureOf, isExit } from '../failure/failure.ts';
import { renderFailure } from '../failure/render-failure.ts';
import { Messages } from '../messages.ts';
import { withProgress } from '../output/progress.ts';
import { Style } from '../output/style.ts';

const messages = Messages.load('flags');

/** Width where the output is no terminal: what reads it has room. */
const WIDE = 200;

/** What `--json` prints of a command that was done; the form is that of sf's own commands. */
export interface Success {
    /** The exit code. */
    status: number;
    result: unknown;
    warnings: string[];
}

/**
 * A command of ours: it declares its flags and delegates. Output, failures and exit codes are here, so that every command
 * ends in one of the ways of the table and none prints a stack trace.
 */
export abstract class StudioCommand extends Command {
    static override readonly enableJsonFlag = true;
    static override readonly baseFlags = {
        'no-color': Flags.boolean({ summary: messages.get('no-color.summary'), helpGroup: 'GLOBAL' }),
    };
    private warnings: string[] = [];
    private plain = this.argv.includes('--no-color');

    /** The command as the user types it, such as `sf sw sync restart`. */
    get typed(): string {
        return [this.config.bin, ...(this.id ?? '').split(':')].join(' ');
    }

    /** How the user would type another command of ours, given as `sync status`. */
    typedOther(command: string): string {
        const prefix = this.id?.startsWith('sw:') === true ? ['sw'] : [];
        return [this.config.bin, ...prefix, command].join(' ');
    }

    protected get style(): Style {
        return this.plain ? new Style(false) : Style.forTerminal(process.stdout);
    }

    protected get width(): number {
        return process.stdout.isTTY ? process.stdout.columns : WIDE;
    }

    protected get isInteractive(): boolean {
        return process.stdin.isTTY && process.stderr.isTTY && !this.jsonEnabled();
    }

    protected print(lines: readonly string[]): void {
        for (const line of lines) this.log(line);
    }

    protected warnOnce(text: string): void {
        if (this.warnings.includes(text)) return;
        this.warnings.push(text);
        if (!this.jsonEnabled())
            process.stderr.write(`${Style.forTerminal(process.stderr).warning('Warning:')} ${text}\n`);
    }

    /** Says what is waited for once that takes more than a second. */
    protected async during<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
        return this.jsonEnabled() ? work() : withProgress(text, work, process.stderr);
    }

    /** Asks yes or no; only where somebody can answer. */
    protected async confirm(question: string): Promise<boolean> {
        const terminal = createInterface({ input: process.stdin, output: process.stderr });
        try {
            return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
        } finally {
            terminal.close();
        }
    }

    /** How the command ends although it has a result. */
    protected endAs(exit: ExitName): void {
        process.exitCode = EXIT_CODES[exit].code;
    }

    protected override toSuccessJson(result: unknown): Success {
        return { status: Number(process.exitCode ?? 0), result, warnings: this.warnings };
    }

    /** The one place that prints a failure and ends the process for it. */
    protected override async catch(thrown: Error): Promise<never> {
        if (isExit(thrown)) throw thrown;
        const failure = failureOf(thrown, this.id ?? '');
        failure.warnings = this.warnings;
        this.printFailure(failure);
        return this.exit(failure.exitCode);
    }

    /** Another copy of oclif, such as sf's, knows an end that was already told by the mark, not by its class. */
    override exit(code = 0): never {
        throw Object.assign(new Error(`EEXIT: ${code}`), {
            code: 'EEXIT',
            oclif: { exit: code },
            skipOclifErrorHandling: true,
        });
    }

    private printFailure(failure: Failure): void {
        if (this.jsonEnabled()) this.logJson(failure);
        else {
            const style = this.plain ? new Style(false) : Style.forTerminal(process.stderr);
            process.stderr.write(`${renderFailure(failure, style).join('\n')}\n`);
        }
    }
}
