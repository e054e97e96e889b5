// The one place that talks to the server: Apex methods, records, pages.

/** @throws {{status: number, body: {message: string}}} in the shape of the platform's FetchResponse */
export async function call(path, parameters) {
    const response = await send(path, parameters);
    const body = await response.json().catch(() => undefined);
    if (response.ok) return body;
    throw failure(response.status, response.statusText, body ?? { message: response.statusText });
}

async function send(path, parameters) {
    try {
        return await fetch(`/local-org/${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(parameters ?? {}),
        });
    } catch {
        throw failure(0, 'Disconnected', { message: 'Disconnected or Canceled' });
    }
}

function failure(status, statusText, body) {
    return { ok: false, status, statusText, body, headers: {} };
}

/** Wired data is read-only on the platform. */
function freeze(value) {
    if (value !== null && typeof value === 'object') {
        Object.values(value).forEach(freeze);
        Object.freeze(value);
    }
    return value;
}

const adapterOfResult = new WeakMap();

/**
 * A wire adapter over a request. As on the platform: nothing is asked until every parameter is defined, and the answer of
 * an older question never replaces that of a newer one.
 */
export function wireAdapter(request, isReady = () => true) {
    return class WireAdapter {
        constructor(deliver) {
            this.deliverResult = deliver;
            this.asked = 0;
            this.deliver({ data: undefined, error: undefined });
        }

        deliver(result) {
            adapterOfResult.set(result, this);
            this.deliverResult(result);
        }

        connect() {
            this.isConnected = true;
            this.run();
        }

        disconnect() {
            this.isConnected = false;
        }

        update(config) {
            this.config = config;
            this.run();
        }

        async run() {
            if (!this.isConnected || !this.config) return;
            if (Object.values(this.config).includes(undefined) || !isReady(this.config)) return;
            const question = ++this.asked;
            const result = await answer(request, this.config);
            if (this.isConnected && question === this.asked) this.deliver(result);
        }
    };
}

async function answer(request, config) {
    try {
        return { data: freeze(await request(config)), error: undefined };
    } catch (error) {
        return { data: undefined, error: freeze(error) };
    }
}

/** What `@salesforce/apex/Class.method` is: a function to call, and an adapter to wire. */
export function apexMethod(className, method) {
    const callable = (parameters) => call(`apex/${className}/${method}`, parameters);
    callable.adapter = wireAdapter((config) => call(`wire/${className}/${method}`, config));
    return callable;
}

export function refreshApex(result) {
    return adapterOfResult.get(result)?.run() ?? Promise.resolve();
}
