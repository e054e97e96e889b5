import { stripVTControlCharacters } from 'node:util';
import { fit, widthOf } from './text.ts';

interface Terminal {
    isTTY?: boolean;
    columns?: number;
    rows?: number;
    write: (text: string) => unknown;
}

/**
 * Lines that are replaced by the next ones. Where the output is no terminal nothing can be replaced, so each state is
 * written once, when it comes.
 */
export class LiveView {
    private readonly terminal: Terminal;
    private height = 0;
    private lastState = '';

    constructor(terminal: Terminal) {
        this.terminal = terminal;
    }

    /** @param state what distinguishes these lines from the last ones, apart from times that only pass */
    show(lines: readonly string[], state: string): void {
        if (this.terminal.isTTY === true) this.redraw(lines);
        else if (state !== this.lastState) this.terminal.write(`${lines.join('\n')}\n\n`);
        this.lastState = state;
    }

    private redraw(lines: readonly string[]): void {
        const { columns = 80, rows = 24 } = this.terminal;
        const visible = lines.slice(0, Math.max(1, rows - 1)).map((line) => cut(line, columns));
        const up = this.height === 0 ? '' : `\u001B[${this.height}A`;
        this.terminal.write(`${up}\r\u001B[0J${visible.join('\n')}\n`);
        this.height = visible.length;
    }
}

/** A line that wraps would be two, and the next state would be drawn over the wrong ones. */
function cut(line: string, columns: number): string {
    const plain = stripVTControlCharacters(line);
    return widthOf(plain) <= columns ? line : fit(plain, columns);
}
