import { salesOverlay } from './sales.ts';
import type { ObjectOverlay, Overlay } from './overlay.ts';

export type { ObjectOverlay } from './overlay.ts';

const overlay: Overlay = { ...salesOverlay };

/** What is known of an object beyond the platform types; empty for objects without a description. */
export function overlayOf(object: string): ObjectOverlay {
    return overlay[object] ?? {};
}

/** Names of all objects with a description. */
export function describedObjects(): readonly string[] {
    return Object.keys(overlay);
}
