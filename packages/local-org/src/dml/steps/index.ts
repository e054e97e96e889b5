/** The steps of the order of execution, one file each. */
export { deleteRows } from './delete-rows.ts';
export { deriveValues } from './derive-values.ts';
export { loadNewValues } from './load-new-values.ts';
export { loadOriginals, loadRecycled } from './load-originals.ts';
export { lockMasters } from './lock-masters.ts';
export { lockRows } from './lock-rows.ts';
export { refuseRestrictedDeletes } from './refuse-restricted-deletes.ts';
export { resolveParents } from './resolve-parents.ts';
export { runAfterTriggers, runBeforeTriggers } from './run-triggers.ts';
export { runValidationRules } from './run-validation-rules.ts';
export { saveRows } from './save-rows.ts';
export { undeleteRows } from './undelete-rows.ts';
export { updateRollUps } from './update-roll-ups.ts';
export { validateFields } from './validate-fields.ts';
export { writeCompanions } from './write-companions.ts';
