import { SESSION_TIMEOUT } from '../../sessions/limits.ts';

/** As `login` tells it. */
export const SESSION_SECONDS = SESSION_TIMEOUT / 1000;
