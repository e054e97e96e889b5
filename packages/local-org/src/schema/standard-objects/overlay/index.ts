import { activitiesOverlay } from './activities.ts';
import { apexOverlay } from './apex.ts';
import { communicationOverlay } from './communication.ts';
import { filesOverlay } from './files.ts';
import { organizationOverlay } from './organization.ts';
import type { ObjectOverlay, Overlay } from './overlay.ts';
import { permissionsOverlay } from './permissions.ts';
import { processesOverlay } from './processes.ts';
import { productsOverlay } from './products.ts';
import { salesOverlay } from './sales.ts';
import { serviceOverlay } from './service.ts';
import { usersOverlay } from './users.ts';

export { companionOverlay } from './companions.ts';
export type { ObjectOverlay } from './overlay.ts';

const overlay: Overlay = {
    ...activitiesOverlay,
    ...apexOverlay,
    ...communicationOverlay,
    ...filesOverlay,
    ...organizationOverlay,
    ...permissionsOverlay,
    ...processesOverlay,
    ...productsOverlay,
    ...salesOverlay,
    ...serviceOverlay,
    ...usersOverlay,
};

/** What is known of an object beyond the platform types; undefined for objects without a description. */
export function overlayOf(object: string): ObjectOverlay | undefined {
    return overlay[object];
}

/** Names of all objects with a description. */
export function describedObjects(): readonly string[] {
    return Object.keys(overlay);
}
