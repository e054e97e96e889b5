/** Fields that are off every layout on purpose, each with the reason. */
export const OFF_LAYOUT: Readonly<Record<string, string>> = {};

/** Fields that no permission set grants on purpose, each with the reason. */
export const WITHOUT_PERMISSION: Readonly<Record<string, string>> = {};
