import { translateThrown } from '../../src/runtime/exceptions.ts';

/** What an Apex `catch` would hold, as `Type: message`; fails where nothing is thrown. */
export function apexErrorOf(action: () => unknown): string {
    try {
        action();
    } catch (error) {
        const exception = translateThrown(error);
        return `${exception.gettypename$()}: ${exception.getmessage$()}`;
    }
    throw new Error('No exception was thrown');
}
