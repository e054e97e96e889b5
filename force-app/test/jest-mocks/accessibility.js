import { registerSa11yMatcher } from '@sa11y/jest';

// expect(element).toBeAccessible()
registerSa11yMatcher();
