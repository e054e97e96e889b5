/** Records of one request (REST API Developer Guide, "sObject Collections" and "sObject Tree"). */
export const MAXIMUM_RECORDS = 200;
/** Types of records in one request of sObject Tree. */
export const MAXIMUM_TREE_TYPES = 5;
