import { type CompletedCommand, completionPoints, flagValues } from './command-tree.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/** A script that makes the shell complete the program's commands, flags and values. */
export function completionScript(shell: Shell, bin: string, commands: readonly CompletedCommand[]): string {
    switch (shell) {
        case 'bash':
            return bashScript(bin, commands);
        case 'zsh':
            return `autoload -Uz bashcompinit && bashcompinit\n${bashScript(bin, commands)}`;
        case 'fish':
            return fishScript(bin, commands);
    }
}

function bashScript(bin: string, commands: readonly CompletedCommand[]): string {
    const places = completionPoints(commands).map(
        ({ words, next }) => `        '${words}') choices='${next.map(({ word }) => word).join(' ')}' ;;`,
    );
    const values = [...flagValues(commands)].map(
        ([flag, options]) => `        ${flag}) choices='${options.join(' ')}' ;;`,
    );
    return `_${bin}() {
    local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words='' choices='' at
    for ((at = 1; at < COMP_CWORD; at++)); do
        case "\${COMP_WORDS[at]}" in
        -*) break ;;
        *) words+="\${words:+ }\${COMP_WORDS[at]}" ;;
        esac
    done
    case "$words" in
${places.join('\n')}
    esac
    case "$previous" in
${values.join('\n')}
    esac
    COMPREPLY=($(compgen -W "$choices" -- "$current"))
}
complete -o default -F _${bin} ${bin}
`;
}

function fishScript(bin: string, commands: readonly CompletedCommand[]): string {
    const lines = completionPoints(commands).flatMap(({ words, next }) => {
        const at = `test (string join ' ' -- (commandline -opc | string match -v -- '-*')[2..]) = '${words}'`;
        return next.map(({ word, summary }) => {
            const description = summary === '' ? '' : ` -d '${summary.replaceAll("'", '’')}'`;
            const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`;
            return `complete -c ${bin} -n "${at.replaceAll('"', '\\"')}" ${what}${description}`;
        });
    });
    return `${lines.join('\n')}\n`;
}
