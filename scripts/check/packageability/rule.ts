import type { PackageModel } from '../package-model/package-model.ts';

export interface Offence {
    file: string;
    line: number;
    message: string;
}

/** What a second-generation managed package may not carry, or an org refuses to deploy. */
export interface PackageRule {
    id: string;
    /** The rule as a sentence. */
    states: string;
    /** Where Salesforce says so, or where the refusal is on public record. */
    source: string;
    check: (model: PackageModel) => Offence[];
}

const DEVELOPER = 'https://developer.salesforce.com/docs';
const HELP = 'https://help.salesforce.com/s/articleView';
const SKILLS = 'https://github.com/forcedotcom/sf-skills';

export const SOURCES = {
    packagedPermissions: `${DEVELOPER}/atlas.en-us.pkg2_dev.meta/pkg2_dev/distribution_perm_sets_profile_settings.htm`,
    permissionSetGroups: `${DEVELOPER}/atlas.en-us.246.0.pkg1_dev.meta/pkg1_dev/packaging_permission_set_groups.htm`,
    packagedComponents: `${DEVELOPER}/atlas.en-us.pkg2_dev.meta/pkg2_dev/packaging_packageable_components.htm`,
    permissionSet: `${DEVELOPER}/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm`,
    requiredFieldPermission: `${SKILLS}/pull/271`,
    customObject: `${SKILLS}/blob/main/skills/platform-custom-object-generate/SKILL.md`,
    customSetting: `${SKILLS}/blob/main/skills/platform-custom-setting-generate/SKILL.md`,
    customField: `${DEVELOPER}/atlas.en-us.api_meta.meta/api_meta/customfield.htm`,
    fieldAttributes: `${HELP}?id=platform.custom_field_attributes.htm&type=5`,
    fieldConsiderations: `${HELP}?id=platform.adding_fields_considerations.htm&type=5`,
    relationships: `${DEVELOPER}/atlas.en-us.api.meta/api/relationships_among_objects.htm`,
    eventFields: `${DEVELOPER}/atlas.en-us.platform_events.meta/platform_events/platform_events_define_ui.htm`,
    schemaSettings: `${DEVELOPER}/atlas.en-us.api_meta.meta/api_meta/meta_schemasettings.htm`,
    layout: `${DEVELOPER}/atlas.en-us.api_meta.meta/api_meta/meta_layouts.htm`,
    eventSubscriber: `${DEVELOPER}/atlas.en-us.api_meta.meta/api_meta/meta_platformeventsubscriberconfig.htm`,
} as const;
