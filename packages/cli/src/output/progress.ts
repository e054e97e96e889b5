/** What a person sees while a request takes long; silent where nobody looks, and for the first second. */
const SILENT_MS = 1000;
const FRAME_MS = 100;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const ERASE_LINE = '\r\u001B[2K';

export async function withProgress<Result>(
    text: string,
    work: () => Promise<Result>,
    stream: { isTTY?: boolean; write: (text: string) => unknown },
): Promise<Result> {
    if (stream.isTTY !== true) return work();
    const started = Date.now();
    let shown = false;
    const timer = setInterval(() => {
        const elapsed = Date.now() - started;
        if (elapsed < SILENT_MS) return;
        shown = true;
        const frame = FRAMES[Math.floor(elapsed / FRAME_MS) % FRAMES.length]!;
        stream.write(`${ERASE_LINE}${frame} ${text} (${Math.floor(elapsed / 1000)} s)`);
    }, FRAME_MS);
    try {
        return await work();
    } finally {
        clearInterval(timer);
        if (shown) stream.write(ERASE_LINE);
    }
}
