/** The Event Queue, whole: an org, its vendor, and the orders of events it is tried in. */
export { EventReceiver } from './event-receiver.ts';
export {
    after,
    anonymous,
    articleClasses,
    newestStateArrived,
    nothingIsLeft,
    nothingWasSentTwice,
    produce,
    queueExplorer,
    receiverOf,
    theWorkerSleeps,
} from './explore-queue.ts';
export { ACCOUNT_TRIGGER, QueueOrg } from './queue-org.ts';
