/**
 * Apex stack traces from JavaScript ones. Emitted scripts register a resolver for their own lines; frames of the runtime
 * and of the scheduler have none and so disappear, as the platform's own frames do.
 */
export interface ApexFrame {
    /** `Class.Foo`, `Class.ns.Foo.Inner`, `Trigger.T` or `AnonymousBlock`. */
    readonly type: string;
    /** null for trigger bodies and anonymous blocks. */
    readonly method: string | null;
    readonly line: number;
    readonly column: number;
}

/** Maps a line of the emitted script (from 1) to the Apex statement it came from; null for glue code. */
export type LineResolver = (line: number, column: number) => ApexFrame | null;

/** Null dereferences are captured by V8 itself, which keeps only 10 frames unless told otherwise. */
const FRAMES_KEPT = 100;

const FRAME = /^\s+at (?:.* \()?(.+?):(\d+):(\d+)\)?$/;

const resolvers = new Map<string, LineResolver>();

/** @param file the name under which the script was compiled, as it appears in JavaScript stacks */
export function registerScript(file: string, resolver: LineResolver): void {
    Error.stackTraceLimit = Math.max(Error.stackTraceLimit, FRAMES_KEPT);
    resolvers.set(file, resolver);
}

export function unregisterScript(file: string): void {
    resolvers.delete(file);
}

/** The Apex frames of a JavaScript stack, innermost first. */
export function apexFrames(stack: string | undefined): ApexFrame[] {
    const frames: ApexFrame[] = [];
    if (stack === undefined) return frames;
    for (const text of stack.split('\n')) {
        const match = FRAME.exec(text);
        if (match === null) continue;
        const frame = resolvers.get(match[1] ?? '')?.(Number(match[2]), Number(match[3]));
        if (frame) frames.push(frame);
    }
    return frames;
}

/** As `Exception.getStackTraceString()` prints it: `Class.Foo.bar: line 12, column 1`, a line per frame. */
export function printFrames(frames: readonly ApexFrame[]): string {
    return frames
        .map(({ type, method, line, column }) => `${type}${method ? `.${method}` : ''}: line ${line}, column ${column}`)
        .join('\n');
}
