import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PackageHandlers } from '../../src/entry-points/package-handlers.ts';
import { JobOrg } from '../support/job-org.ts';

const HANDLER = `global without sharing class Handler implements InstallHandler, UninstallHandler {
    global void onInstall(InstallContext context) {
        System.debug(context.previousVersion() + ' ' + context.isUpgrade() + ' ' + context.isPush());
        System.debug(context.organizationId() == UserInfo.getOrganizationId());
        System.debug(context.installerId() + ' ' + (context.installerId() == UserInfo.getUserId()));
        insert new Account(Name = 'Installed');
        if (context.isPush()) throw new IllegalArgumentException('No pushes');
        if (context.isUpgrade()) new Http().send(new HttpRequest());
    }
    global void onUninstall(UninstallContext context) {
        System.debug(context.uninstallerId());
        delete [SELECT Id FROM Account WHERE Name = 'Installed'];
        if ([SELECT COUNT() FROM Contact] == 0) later();
    }
    @future
    static void later() {}
}`;

const BY_SHARING = `global without sharing class BySharing implements InstallHandler {
    global void onInstall(InstallContext context) {
        Sharing.write();
    }
}`;

const SHARING = `public with sharing class Sharing {
    public static void write() {
        insert new Account(Name = 'Installed');
    }
}`;

describe('the scripts of a package', () => {
    const org = new JobOrg({ classes: [HANDLER, BY_SHARING, SHARING], namespace: 'acme' });
    const handlers = new PackageHandlers(org.runtime);
    const installerId = org.org.ids.adminId;
    const installation = { className: 'Handler', previousVersion: null, isPush: false, installerId };
    const installed = (): number => org.count("SELECT Id FROM Account WHERE Name = 'Installed'");

    it('run at a first installation, as a user of the platform', () => {
        const { success, log } = handlers.install(installation);
        assert.equal(success, true);
        assert.deepEqual(log, ['null false false', 'true', `${installerId} false`]);
        assert.equal(installed(), 1);
    });

    it('know the version before, and write nothing when they fail', () => {
        const outcome = handlers.install({ ...installation, previousVersion: { major: 1, minor: 2 }, isPush: true });
        assert.equal(outcome.success, false);
        assert.equal(outcome.log[0], '1.2 true true');
        assert.match(
            outcome.error ?? '',
            /^System\.IllegalArgumentException: No pushes\n\nClass\.acme\.Handler\.onInstall: line 7/,
        );
        assert.equal(installed(), 1);
    });

    it('cannot use classes with sharing', () => {
        const { success, error } = handlers.install({ ...installation, className: 'BySharing' });
        assert.equal(success, false);
        assert.match(
            error ?? '',
            /^System\.UnexpectedException: A package script cannot use classes that are declared with sharing/,
        );
        assert.match(error ?? '', /Class\.acme\.BySharing\.onInstall: line 3, column 1$/);
    });

    it('make no callouts', () => {
        const { error } = handlers.install({ ...installation, previousVersion: { major: 1, minor: 0 } });
        assert.match(error ?? '', /^System\.CalloutException: Callout from a package script not supported\./);
    });

    it('start no jobs when the package is uninstalled', () => {
        const { success, error, log } = handlers.uninstall({ className: 'Handler', uninstallerId: installerId });
        assert.equal(success, false);
        assert.deepEqual(log, [installerId]);
        assert.match(
            error ?? '',
            /^System\.AsyncException: Asynchronous Apex cannot be started by an uninstall script\./,
        );
    });

    it('clean up when the package is uninstalled', () => {
        const more = new JobOrg({ classes: [HANDLER], scripts: { contact: "insert new Contact(LastName = 'Roe');" } });
        more.run('contact');
        const both = new PackageHandlers(more.runtime);
        assert.equal(both.install({ ...installation, installerId: more.org.ids.adminId }).success, true);
        assert.equal(both.uninstall({ className: 'Handler', uninstallerId: more.org.ids.adminId }).success, true);
        assert.equal(more.count("SELECT Id FROM Account WHERE Name = 'Installed'"), 0);
    });
});
