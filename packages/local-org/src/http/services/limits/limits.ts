/** Maxima beside those that the org counts itself (REST API Developer Guide, "Limits"; Developer Edition). */
export const FIXED_LIMITS: Readonly<Record<string, number>> = {
    DailyBulkApiBatches: 15_000,
    DailyBulkV2QueryJobs: 10_000,
    DailyBulkV2QueryFileStorageMB: 976_562,
    DailyWorkflowEmails: 15,
    MassEmail: 10,
    SingleEmail: 15,
    DataStorageMB: 5,
    FileStorageMB: 20,
};
