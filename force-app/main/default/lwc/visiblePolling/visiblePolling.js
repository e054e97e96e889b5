/**
 * Calls a function again and again while the page is seen, and at once when it is seen again: a hidden tab asks nothing.
 */
export class VisiblePolling {
    timer;
    onVisibility = () => this.turn();

    /**
     * @param {() => void} work
     * @param {number} milliseconds between two calls
     */
    constructor(work, milliseconds) {
        this.work = work;
        this.milliseconds = milliseconds;
    }

    start() {
        if (this.timer !== undefined) return;
        document.addEventListener('visibilitychange', this.onVisibility);
        this.schedule();
    }

    stop() {
        document.removeEventListener('visibilitychange', this.onVisibility);
        clearInterval(this.timer);
        this.timer = undefined;
    }

    schedule() {
        clearInterval(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- stopped in stop(), which the owner calls when it leaves
        this.timer = setInterval(() => {
            if (document.visibilityState === 'visible') this.work();
        }, this.milliseconds);
    }

    turn() {
        if (document.visibilityState !== 'visible') return;
        this.work();
        this.schedule();
    }
}
