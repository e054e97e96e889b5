/** Records of one request (REST API Developer Guide, "sObject Collections" and "sObject Tree"). */
export const MAXIMUM_RECORDS = 200;
