import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

/** Tests of the Lightning web components; those of the TypeScript run under node's own test runner. */
export default {
    ...jestConfig,
    testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.js'],
    setupFilesAfterEnv: ['<rootDir>/force-app/test/jest-mocks/accessibility.js'],
    modulePathIgnorePatterns: ['<rootDir>/.cache', '<rootDir>/packages'],
};
