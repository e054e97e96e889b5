import type { UnitKind } from '../../src/syntax/parse.ts';

/** Sources that together use every form of the language that the tree knows. */
export const EVERY_FORM: Record<UnitKind, string> = {
    class: `
/** A class. */
@IsTest(SeeAllData=true)
public virtual with sharing class Sample extends Base.Inner implements Alpha, Beta<Gamma> {
    @TestVisible private static final Map<Id, List<Account[]>> FIELD = new Map<Id, List<Account[]>>{ a => b, c => d },
        OTHER;
    public Integer prop { get; private set { prop = value; } }
    static { x = 1; }
    { y = 2; }
    enum Color { RED, GREEN }
    interface Contract extends Other { void f(Integer a); String g(); }
    class Inner { }
    global Sample(Integer x, final String y) { this(x); }
    abstract void g();
    webservice static String f(Integer a) {
        final Integer i = 1, j;
        if (a == 1 && !b || c <> d) return; else if (x) { return a?.b?.c(1).d; }
        for (Integer k = 0, l = 2; k < 3; k++, l--) { continue; }
        for (i = 0; ; ) { break; }
        for (;;);
        for (Account q : [SELECT Id /* note */ FROM Account WHERE Id IN :ids AND Name = :x.y(1) LIMIT :n]) { f(); }
        while (a) b();
        do { } while (true);
        switch on x { when 1, -2 { } when null { } when Account ac { } when RED { } when 'a' { } when else { } }
        try { throw e; } catch (A.B ex) { } finally { }
        insert a; update as user b; upsert c Foo__c.Key__c; merge d e; undelete f; delete [SELECT Id FROM Account];
        System.runAs(u) { x = 1; }
        x = (String) y; x = (a) + b; y = a instanceof B; z = a ? b : c; q += 1; r = a[0].b; i++; --i;
        x = new Account(Name = 'x', B__c = 1.5); x = new List<String>{ 'a' }; x = new String[5]; x = new Set<Id>(other);
        x = List<String>.class; z = 1L; z = 2.0d; z = null ?? true; z = ~a ^ b | c & d >>> 2; z = a == b < c; z = (A) b++;
        z = [FIND :q RETURNING Account(Id)]; z = super.h(this.x, (a?.b).c); z = void.class; z = a - (b - c); z = 'é🚀' + q;
    }
}
`,
    trigger: `trigger Sample on Account (before insert, after undelete) {
    static Integer count = 0;
    void f(Integer a) { }
    Integer i = Trigger.new.size();
    f(i);
}
`,
    anonymous: `Integer i = 1;
class Inner { }
void f() { }
System.debug('''
text''');
`,
};
