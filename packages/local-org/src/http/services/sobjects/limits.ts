/** Records of one call of sObject Collections, and what `GET sobjects` names `maxBatchSize`. */
export const MAXIMUM_BATCH = 200;
