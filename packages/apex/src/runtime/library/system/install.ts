import { current } from '../../context.ts';
import type { LibraryFunction } from '../../library.ts';
import { requireService } from '../../services.ts';
import type { Version } from '../../version.ts';
import { nonNull } from '../receiver.ts';

/** What an install handler is told. Methods carry mangled names: Apex calls them through an interface. */
class InstallContext {
    private readonly version: Version | null;
    private readonly push: boolean;

    constructor(version: Version | null, push: boolean) {
        this.version = version;
        this.push = push;
    }

    installerid$(): string {
        return current.transaction.user.id;
    }

    organizationid$(): string {
        return requireService('organization', 'InstallContext.organizationId').id;
    }

    previousversion$(): Version | null {
        return this.version;
    }

    isupgrade$(): boolean {
        return this.version !== null;
    }

    ispush$(): boolean {
        return this.push;
    }
}

class UninstallContext {
    uninstallerid$(): string {
        return current.transaction.user.id;
    }

    organizationid$(): string {
        return requireService('organization', 'UninstallContext.organizationId').id;
    }
}

interface InstallHandler {
    oninstall$installcontext(context: InstallContext): void;
}

interface UninstallHandler {
    onuninstall$uninstallcontext(context: UninstallContext): void;
}

/** `Test.testInstall` and `Test.testUninstall`: the handler runs in the test's own transaction. */
export const installTests: Readonly<Record<string, LibraryFunction>> = {
    'testInstall(InstallHandler,Version)': (handler: InstallHandler, version: Version | null) =>
        nonNull(handler).oninstall$installcontext(new InstallContext(version, false)),
    'testInstall(InstallHandler,Version,Boolean)': (handler: InstallHandler, version: Version | null, push: boolean) =>
        nonNull(handler).oninstall$installcontext(new InstallContext(version, push)),
    'testUninstall(UninstallHandler)': (handler: UninstallHandler) =>
        nonNull(handler).onuninstall$uninstallcontext(new UninstallContext()),
};
