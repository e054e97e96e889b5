import { current } from '../../context.ts';
import type { TypeLibrary } from '../../library.ts';
import { findService, requireService } from '../../services.ts';
import { nonNull } from '../receiver.ts';
import { ApexTimeZone } from '../../values/apex-time-zone.ts';
import { timeZone } from '../../values/time-zone.ts';

const user = (): typeof current.transaction.user => current.transaction.user;

function organization(method: string): ReturnType<typeof requireService<'organization'>> {
    return requireService('organization', `UserInfo.${method}`);
}

/** Without a permission model in the org nobody holds a license. */
const isLicensed = (packageId: string): boolean => findService('access')?.packageLicensed(nonNull(packageId)) ?? false;

export const userInfoLibrary: TypeLibrary = {
    type: 'System.UserInfo',
    statics: {
        'getDefaultCurrency()': () => user().currency,
        'getFirstName()': () => user().firstName,
        'getLanguage()': () => user().language,
        'getLastName()': () => user().lastName,
        'getLocale()': () => user().locale,
        'getName()': () => [user().firstName, user().lastName].filter((part) => part !== null).join(' '),
        'getOrganizationId()': () => organization('getOrganizationId').id,
        'getOrganizationName()': () => organization('getOrganizationName').name,
        'getProfileId()': () => user().profileId,
        'getSessionId()': () => organization('getSessionId').sessionId(),
        'getTimeZone()': () => new ApexTimeZone(timeZone(user().timeZone)),
        'getUiTheme()': () => organization('getUiTheme').uiTheme,
        'getUiThemeDisplayed()': () => organization('getUiThemeDisplayed').uiTheme,
        'getUserEmail()': () => user().email,
        'getUserId()': () => user().id,
        'getUserName()': () => user().username,
        'getUserRoleId()': () => user().roleId,
        'getUserType()': () => user().userType,
        'hasPackageLicense(Id)': isLicensed,
        'isCurrentUserLicensed(String)': isLicensed,
        'isCurrentUserLicensedForPackage(Id)': isLicensed,
        'isMultiCurrencyOrganization()': () => organization('isMultiCurrencyOrganization').multiCurrency,
    },
};
