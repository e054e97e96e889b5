trigger EventQueueTrigger on EventQueue__c(before update) {
    EventQueueMerge.beforeUpdate(Trigger.new, Trigger.oldMap);
}
