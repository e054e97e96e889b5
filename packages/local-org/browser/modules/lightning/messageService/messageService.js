const listenersByChannel = new Map();

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

export class MessageContext {
    constructor(deliver) {
        this.deliver = deliver;
    }

    connect() {
        this.deliver({});
    }

    update() {}

    disconnect() {}
}

export function createMessageContext() {
    return {};
}

export function releaseMessageContext() {}

export function publish(context, channel, message) {
    for (const listener of listenersByChannel.get(channel) ?? []) listener(message);
}

export function subscribe(context, channel, listener) {
    const listeners = listenersByChannel.get(channel) ?? new Set();
    listenersByChannel.set(channel, listeners.add(listener));
    return { channel, listener };
}

export function unsubscribe({ channel, listener }) {
    listenersByChannel.get(channel)?.delete(listener);
}
