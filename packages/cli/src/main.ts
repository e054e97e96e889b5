import { flush } from '@oclif/core/flush';
import { Config } from '@oclif/core/config';
import { run } from '@oclif/core/run';
import { failureOf, isExit } from './failure/failure.ts';
import { unknownCommand } from './failure/unknown-command.ts';
import { renderFailure } from './failure/render-failure.ts';
import { Style } from './output/style.ts';

/**
 * Runs the command of a command line. A command ends itself; what comes here is what kept one from beginning, such as a
 * name that no command has.
 *
 * @param root folder whose package.json names the commands
 */
export async function main(commandLine: readonly string[], root: string): Promise<void> {
    process.stdout.on('error', endWithReader);
    const config = await Config.load(root);
    try {
        await run([...commandLine], config);
    } catch (thrown) {
        if (isExit(thrown)) process.exitCode = thrown.oclif.exit;
        else process.exitCode = printFailure(unknownCommand(thrown, commandLine, config) ?? thrown, commandLine);
    }
    await flush();
}

function printFailure(thrown: unknown, commandLine: readonly string[]): number {
    const failure = failureOf(thrown, commandLine[0] ?? '');
    if (commandLine.includes('--json')) process.stdout.write(`${JSON.stringify(failure, null, 2)}\n`);
    else process.stderr.write(`${renderFailure(failure, Style.forTerminal(process.stderr)).join('\n')}\n`);
    return failure.exitCode;
}

/** Whoever reads the output may have seen enough, as head has. */
function endWithReader(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
}
