import { current } from '../../context.ts';
import type { LibraryFunction } from '../../library.ts';
import { requireService } from '../../services.ts';
import type { Version } from '../../version.ts';
import { nonNull } from '../receiver.ts';

/** What an install handler is told. Methods carry mangled names: Apex calls them through an interface. */
export class InstallContext {
    private readonly version: Version | null;
    private readonly push: boolean;
    private readonly installerId: string | null;

    /** @param version that was installed before; null: none @param installerId null: the user who runs */
    constructor(version: Version | null, push: boolean, installerId: string | null = null) {
        this.version = version;
        this.push = push;
        this.installerId = installerId;
    }

    installerid$(): string {
        return this.installerId ?? current.transaction.user.id;
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

export class UninstallContext {
    private readonly uninstallerId: string | null;

    constructor(uninstallerId: string | null = null) {
        this.uninstallerId = uninstallerId;
    }

    uninstallerid$(): string {
        return this.uninstallerId ?? current.transaction.user.id;
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
