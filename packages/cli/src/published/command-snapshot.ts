import type { Command } from '@oclif/core/command';

/** What scripts rely on of a command. */
export interface CommandSnapshot {
    command: string;
    args: string[];
    flags: Record<string, FlagSnapshot>;
}

interface FlagSnapshot {
    char?: string;
    type: string;
    options?: readonly string[];
    required?: true;
    multiple?: true;
}

export function snapshotOf(id: string, command: Command.Class): CommandSnapshot {
    const flags = { ...command.baseFlags, ...command.flags };
    const described = Object.entries(flags)
        .sort(([left], [right]) => left.localeCompare(right))
        .map(([name, flag]) => [name, snapshotOfFlag(flag)] as const);
    return { command: id, args: Object.keys(command.args), flags: Object.fromEntries(described) };
}

function snapshotOfFlag(flag: Command.Class['flags'][string]): FlagSnapshot {
    return {
        type: flag.type,
        ...(flag.char !== undefined && { char: flag.char }),
        ...('options' in flag && flag.options !== undefined && { options: flag.options }),
        ...(flag.required === true && { required: true as const }),
        ...('multiple' in flag && flag.multiple === true && { multiple: true as const }),
    };
}
