trigger AccountNumbers on Account(before insert, after insert) {
    if (Trigger.isBefore) {
        for (Account each : Trigger.new) {
            each.Description = each.Name + ' / ' + each.Industry;
            if (each.AnnualRevenue == null) {
                each.AnnualRevenue = 1000;
            }
        }
    } else {
        List<Contact> contacts = new List<Contact>();
        Map<Id, Account> byId = new Map<Id, Account>(
            [SELECT Id, Name FROM Account WHERE Id IN :Trigger.newMap.keySet()]
        );
        for (Account each : Trigger.new) {
            contacts.add(new Contact(LastName = byId.get(each.Id).Name, AccountId = each.Id));
        }
        insert contacts;
    }
}
