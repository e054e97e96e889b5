// The one way from what went wrong to what a page says about it.

/**
 * @param {any} error what a wire or a call of Apex gave: a refusal of ours carries JSON, the platform's errors a sentence
 * @returns {{code: string, message: string}}
 */
export function readError(error) {
    const message = sentenceOf(error);
    try {
        const refusal = JSON.parse(message);
        if (typeof refusal.code === 'string' && typeof refusal.message === 'string') return refusal;
    } catch {
        // a sentence of the platform, not a refusal of ours
    }
    return { code: 'UNEXPECTED', message };
}

function sentenceOf(error) {
    if (Array.isArray(error?.body)) return error.body.map(({ message }) => message).join(' ');
    return error?.body?.message ?? error?.message ?? String(error);
}
