trigger EnqueueRequestTrigger on SW_Enqueue_Request__e(after insert) {
    EnqueueRequestSubscriber.afterInsert(Trigger.new);
}
