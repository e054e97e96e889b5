import statusCompleted from '@salesforce/label/c.Status_Completed';
import statusFailed from '@salesforce/label/c.Status_Failed';
import statusPartially from '@salesforce/label/c.Status_Partially_Completed';
import statusProcessing from '@salesforce/label/c.Status_Processing';
import statusQueued from '@salesforce/label/c.Status_Queued';
import statusSkipped from '@salesforce/label/c.Status_Skipped';

/** How a status looks: its text says what its colour says. */
const STATUSES = {
    Completed: { label: statusCompleted, icon: 'utility:success', variant: 'success', bar: 'bar bar_completed' },
    Partially_Completed: {
        label: statusPartially,
        icon: 'utility:warning',
        variant: 'warning',
        bar: 'bar bar_partial',
    },
    Failed: { label: statusFailed, icon: 'utility:error', variant: 'error', bar: 'bar bar_failed' },
    Processing: { label: statusProcessing, icon: 'utility:sync', variant: '', bar: 'bar bar_processing' },
    Queued: { label: statusQueued, icon: 'utility:clock', variant: '', bar: 'bar bar_queued' },
    Skipped: { label: statusSkipped, icon: 'utility:skip_forward', variant: '', bar: 'bar bar_skipped' },
};

/** @param {string} status of a cycle or a step */
export function statusView(status) {
    return STATUSES[status] ?? { ...STATUSES.Queued, label: status };
}

/** @param {string} name such as MatchProspectsToLeads */
export function stepTitle(name) {
    return name.replace(/([a-z])([A-Z])/g, '$1 $2');
}

/**
 * The steps of a cycle in their order, the skipped ones among them.
 *
 * @param {{steps: any[], skipped: any[]} | undefined} document Steps JSON
 */
export function stepRows(document) {
    const ran = (document?.steps ?? []).map((step) => ({
        ...step,
        key: step.name,
        title: stepTitle(step.name),
        view: statusView(step.status ?? 'Queued'),
        seconds: secondsBetween(step.startedAt, step.endedAt),
        hasErrors: step.errors?.length > 0,
        errors: (step.errors ?? []).map((error, index) => ({ ...error, key: `${step.name} ${index}` })),
    }));
    const skipped = (document?.skipped ?? []).map((step) => ({
        ...step,
        key: step.name,
        title: stepTitle(step.name),
        view: STATUSES.Skipped,
        isSkipped: true,
    }));
    return [...ran, ...skipped];
}

function secondsBetween(from, to) {
    return from && to ? (new Date(to).getTime() - new Date(from).getTime()) / 1000 : undefined;
}
