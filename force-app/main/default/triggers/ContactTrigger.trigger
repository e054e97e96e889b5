trigger ContactTrigger on Contact(after update) {
    OutboundTrigger.afterUpdate('ContactUpdates', Trigger.new, Trigger.oldMap);
}
