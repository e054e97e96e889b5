import type { ObjectOverlay } from './overlay.ts';

type Capabilities = NonNullable<ObjectOverlay['capabilities']>;

/** Record objects that users work with: recycle bin, search, triggers, custom fields. */
export const RECORD: Capabilities = { undeletable: true, searchable: true, triggerable: true, customizable: true };

/** Records that hang on another record: triggers and custom fields, not searched by themselves. */
export const DETAIL: Capabilities = { undeletable: true, triggerable: true, customizable: true };

/** Rows that the platform or an administrator's setup makes; Apex only reads them. */
export const READ_ONLY: Capabilities = { createable: false, updateable: false, deletable: false };

/** Setup objects: DML on them and on other objects cannot share a transaction. */
export const SETUP: Capabilities = { setup: true };
