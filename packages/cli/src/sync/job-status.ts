import type { JobStatus, JobSummary } from '@sw-studio/contract';
import type { Style } from '../output/style.ts';

/** As the platform labels the picklist. */
export function jobStatusWords(status: JobStatus): string {
    return status.replaceAll('_', ' ');
}

export function paintJobStatus(status: JobStatus, style: Style, text = jobStatusWords(status)): string {
    switch (status) {
        case 'Completed':
            return style.good(text);
        case 'Partially_Completed':
            return style.warning(text);
        case 'Failed':
            return style.bad(text);
        default:
            return style.active(text);
    }
}

/** What a cycle did to records, in words. */
export function jobWords({ recordsExamined, recordsChanged, recordsFailed, fullSync }: JobSummary): string {
    const full = fullSync ? ', full sync' : '';
    return `${recordsExamined} examined, ${recordsChanged} changed, ${recordsFailed} failed${full}`;
}
