// Platform events over one server-sent stream a channel.
let errorHandler = () => {};

export function subscribe(channel, replayId, onMessage) {
    const address = `/local-org/events?${new URLSearchParams({ channel, replayId })}`;
    const source = new EventSource(address);
    source.onmessage = (event) => onMessage(JSON.parse(event.data));
    source.onerror = () => errorHandler({ channel, error: 'The connection to the event stream was lost' });
    return new Promise((resolve) => {
        source.onopen = () => resolve({ channel, id: crypto.randomUUID(), source });
    });
}

export function unsubscribe(subscription, callback) {
    subscription.source.close();
    const answer = { successful: true, channel: subscription.channel };
    callback?.(answer);
    return Promise.resolve(answer);
}

export function onError(handler) {
    errorHandler = handler;
}

export function setDebugFlag() {}

export function isEmpEnabled() {
    return Promise.resolve(true);
}
