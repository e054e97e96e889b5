import type { Waiting } from '@sw-studio/apex/runtime';
import { isGood, type SaveRow } from './save-row.ts';
import type { SaveChunk } from './dml-context.ts';
import * as step from './steps/index.ts';

/** One step of a save: it works on the rows of the chunk that have no error, and leaves errors with those it refuses. */
export type SaveStep = (chunk: SaveChunk) => Generator<Waiting, void, void>;

/**
 * The order of execution (Apex Developer Guide, "Triggers and Order of Execution"), for up to 200 records of one object.
 * Steps of the platform that have no counterpart here: before-save and after-save flows, assignment, auto-response,
 * escalation, workflow and entitlement rules, processes, criteria-based sharing. Commit and what follows it (async jobs,
 * events, email) belong to the transaction.
 */
const SAVE_STEPS: readonly SaveStep[] = [
    step.lockRows,
    step.loadOriginals,
    step.resolveParents,
    step.loadNewValues,
    step.runBeforeTriggers,
    step.deriveValues,
    step.validateFields,
    step.runValidationRules,
    step.lockMasters,
    step.saveRows,
    step.writeCompanions,
    step.runAfterTriggers,
    step.updateRollUps,
];

const DELETE_STEPS: readonly SaveStep[] = [
    step.lockRows,
    step.loadOriginals,
    step.runBeforeTriggers,
    step.refuseRestrictedDeletes,
    step.lockMasters,
    step.deleteRows,
    step.runAfterTriggers,
    step.updateRollUps,
];

const UNDELETE_STEPS: readonly SaveStep[] = [
    step.lockRows,
    step.loadRecycled,
    step.undeleteRows,
    step.runAfterTriggers,
    step.updateRollUps,
];

const STEPS = { insert: SAVE_STEPS, update: SAVE_STEPS, delete: DELETE_STEPS, undelete: UNDELETE_STEPS };

/** Runs a chunk through its steps; a step sees only rows that are still good. */
export function runSteps(chunk: SaveChunk): Generator<Waiting, void, void> {
    return runThrough(STEPS[chunk.operation], chunk);
}

/** The deletion of a merge's losers: what hangs on them is not deleted but handed over by `remove`. */
export function runMergedDeletion(
    chunk: SaveChunk,
    remove: (loser: SaveRow) => Generator<Waiting, void, void>,
): Generator<Waiting, void, void> {
    const removeRows: SaveStep = function* ({ rows }) {
        for (const row of rows) yield* remove(row);
    };
    return runThrough(
        [step.lockRows, step.loadOriginals, step.runBeforeTriggers, removeRows, step.runAfterTriggers],
        chunk,
    );
}

function* runThrough(steps: readonly SaveStep[], chunk: SaveChunk): Generator<Waiting, void, void> {
    for (const run of steps) {
        const rows = chunk.rows.filter(isGood);
        if (rows.length === 0) return;
        yield* run({ ...chunk, rows });
    }
}
