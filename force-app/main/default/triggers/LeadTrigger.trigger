trigger LeadTrigger on Lead(after update) {
    LeadTriggerHandler.afterUpdate(Trigger.new, Trigger.oldMap);
}
