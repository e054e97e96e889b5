/** The version of the REST API that the pages ask. */
export const PAGE_API_VERSION = '65.0';
