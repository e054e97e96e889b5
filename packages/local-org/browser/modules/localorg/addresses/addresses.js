// Addresses of pages as in Lightning Experience, both ways (LWC Developer Guide, "PageReference Types").

/**
 * @typedef {Record<string, string | undefined>} Values
 * @typedef {{type: string, attributes?: Values, state?: Values}} PageReference
 */

/** @param {Values} values */
const query = (values) => {
    const text = new URLSearchParams(/** @type {Record<string, string>} */ (values)).toString();
    return text === '' ? '' : `?${text}`;
};

/** @type {Record<string, (attributes: Values, state: Values) => string>} */
const WRITERS = {
    standard__navItemPage: ({ apiName }, state) => `/lightning/n/${apiName}${query(state)}`,
    standard__recordPage: ({ recordId, objectApiName, actionName }, state) =>
        `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName ?? 'view'}${query(state)}`,
    standard__objectPage: ({ objectApiName, actionName }, state) =>
        `/lightning/o/${objectApiName}/${actionName ?? 'list'}${query(state)}`,
    standard__namedPage: ({ pageName }, state) => `/lightning/page/${pageName}${query(state)}`,
    standard__app: () => '/lightning',
    standard__webPage: ({ url = '' }) => url,
};

/**
 * @param {PageReference} reference
 * @throws {Error} for a type of page that the local org does not show
 */
export function addressOf({ type, attributes = {}, state = {} }) {
    const write = WRITERS[type];
    if (write === undefined) throw new Error(`The local org has no page of the type ${type}`);
    return write(attributes, state);
}

/**
 * The page reference of an address; null where it is none of ours.
 *
 * @param {{pathname: string, search: string}} location
 * @returns {PageReference | null}
 */
export function pageReferenceOf({ pathname, search }) {
    const state = Object.fromEntries(new URLSearchParams(search));
    const [root, kind, ...rest] = pathname.split('/').filter((part) => part !== '');
    if (root !== 'lightning') return null;
    if (kind === 'n') return { type: 'standard__navItemPage', attributes: { apiName: rest[0] }, state };
    if (kind === 'o') {
        const [objectApiName, actionName = 'list'] = rest;
        return { type: 'standard__objectPage', attributes: { objectApiName, actionName }, state };
    }
    if (kind === 'r') {
        const [actionName = 'view', recordId, objectApiName] =
            rest.length > 1 ? [...rest].reverse() : ['view', rest[0]];
        return { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName }, state };
    }
    if (kind === undefined) return { type: 'standard__app', attributes: {}, state };
    return { type: 'standard__namedPage', attributes: { pageName: [kind, ...rest].join('/') }, state };
}
