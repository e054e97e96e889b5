import type { MetadataPackage } from '../metadata/model.ts';
import { flag, text } from '../metadata/xml.ts';

/** Whether an active remote site setting allows a URL: the same protocol, host and port (Setup, "Remote Site Settings"). */
export function isRemoteSite(packages: readonly MetadataPackage[], url: URL): boolean {
    return packages.some(({ remoteSites }) =>
        remoteSites.some(({ content }) => {
            if (!flag(content, 'isActive', true)) return false;
            const site = URL.parse(text(content, 'url') ?? '');
            return site !== null && isWithin(url, site, flag(content, 'disableProtocolSecurity'));
        }),
    );
}

/** Without protocol security a site that is entered as `https:` may be called as `http:` as well. */
function isWithin(url: URL, site: URL, anyProtocol: boolean): boolean {
    if (anyProtocol) return url.hostname === site.hostname && (site.port === '' || url.port === site.port);
    return url.protocol === site.protocol && url.host === site.host;
}
