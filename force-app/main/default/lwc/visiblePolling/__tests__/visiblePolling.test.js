import { VisiblePolling } from 'c/visiblePolling';

function setVisibility(state) {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new CustomEvent('visibilitychange'));
}

describe('polling', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        setVisibility('visible');
    });

    afterEach(() => jest.useRealTimers());

    it('asks again after every interval until it is stopped', () => {
        const work = jest.fn();
        const polling = new VisiblePolling(work, 1000);
        polling.start();
        jest.advanceTimersByTime(3000);
        polling.stop();
        jest.advanceTimersByTime(3000);
        expect(work).toHaveBeenCalledTimes(3);
    });

    it('asks nothing while the page is hidden, and at once when it is seen again', () => {
        const work = jest.fn();
        const polling = new VisiblePolling(work, 1000);
        polling.start();
        setVisibility('hidden');
        jest.advanceTimersByTime(5000);
        expect(work).not.toHaveBeenCalled();
        setVisibility('visible');
        expect(work).toHaveBeenCalledTimes(1);
        polling.stop();
    });

    it('that was started twice asks once each time', () => {
        const work = jest.fn();
        const polling = new VisiblePolling(work, 1000);
        polling.start();
        polling.start();
        jest.advanceTimersByTime(1000);
        expect(work).toHaveBeenCalledTimes(1);
        polling.stop();
    });
});
