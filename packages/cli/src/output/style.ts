import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colours by their meaning. What they say is also said in words or signs, so that nothing is lost without them. */
export class Style {
    private readonly enabled: boolean;

    constructor(enabled: boolean) {
        this.enabled = enabled;
    }

    /** By what the terminal and the environment want: https://no-color.org and FORCE_COLOR. */
    static forTerminal(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv = process.env): Style {
        if (environment['FORCE_COLOR'] !== undefined && environment['FORCE_COLOR'] !== '0') return new Style(true);
        const refused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
        return new Style(stream.isTTY === true && !refused);
    }

    good(text: string): string {
        return this.paint('green', text);
    }

    warning(text: string): string {
        return this.paint('yellow', text);
    }

    bad(text: string): string {
        return this.paint('red', text);
    }

    active(text: string): string {
        return this.paint('cyan', text);
    }

    strong(text: string): string {
        return this.paint('bold', text);
    }

    faint(text: string): string {
        return this.paint('dim', text);
    }

    private paint(format: Format, text: string): string {
        return this.enabled ? styleText(format, text, { validateStream: false }) : text;
    }
}
