// One flat configuration: TypeScript (type-aware), JavaScript of the tooling, Lightning web components with their templates and
// styles. Whatever a rule reports fails the gate; there are no warnings.
import js from '@eslint/js';
import html from '@html-eslint/eslint-plugin';
import htmlParser from '@html-eslint/parser';
import slds from '@salesforce-ux/eslint-plugin-slds';
import lwc from '@salesforce/eslint-config-lwc';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['packages/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'];
const TOOLING_JAVASCRIPT = ['*.js', 'scripts/**/*.mjs', 'packages/**/*.js', 'packages/**/*.mjs'];
const COMPONENT = 'force-app/**/lwc/**';
/** Modules of the page host in the local org: the shell around the components, and what stands in for the platform. */
const PAGE_HOST = 'packages/local-org/browser';
const COMPONENT_TESTS = ['force-app/**/__tests__/**/*.js', 'force-app/test/jest-mocks/**/*.js'];

const NODE_GLOBALS = { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly' };
const TIMERS = { setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly' };

/** Nothing unfinished is committed; what is planned lives elsewhere. */
const FINISHED = { 'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }] };

const typescript = tseslint.config({
    files: TYPESCRIPT,
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
        ...FINISHED,
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        'no-restricted-syntax': [
            'error',
            { selector: 'TSEnumDeclaration', message: 'Only erasable syntax: use a union.' },
        ],
        '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
        '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
        '@typescript-eslint/no-unused-vars': [
            'error',
            {
                argsIgnorePattern: '^_',
                varsIgnorePattern: '^_',
                destructuredArrayIgnorePattern: '^_',
                ignoreRestSiblings: true,
            },
        ],
        '@typescript-eslint/no-floating-promises': [
            'error',
            {
                allowForKnownSafeCalls: [
                    { from: 'package', package: 'node:test', name: ['it', 'test', 'describe', 'suite'] },
                ],
            },
        ],
        // A function may be asynchronous, or a generator, for the sake of the others of its kind.
        '@typescript-eslint/require-await': 'off',
        'require-yield': 'off',
        // Interfaces declare plain functions in method syntax too, so this cannot tell them apart.
        '@typescript-eslint/unbound-method': 'off',
    },
});

/** What Apex throws is a value of the compiled program, not an Error of the one that runs it. */
const apexThrowables = {
    files: ['packages/apex/src/runtime/**/*.ts', 'packages/local-org/**/*.ts'],
    rules: { '@typescript-eslint/only-throw-error': 'off' },
};

const tooling = {
    files: TOOLING_JAVASCRIPT,
    ignores: [`${PAGE_HOST}/**`],
    ...js.configs.recommended,
    languageOptions: { ecmaVersion: 2024, sourceType: 'module', globals: { ...NODE_GLOBALS, ...TIMERS } },
    rules: { ...js.configs.recommended.rules, ...FINISHED, eqeqeq: 'error' },
};

const pageHost = [
    ...lwc.configs.recommended.map((config) => ({ ...config, files: [`${PAGE_HOST}/**/*.js`] })),
    {
        files: [`${PAGE_HOST}/**/*.js`],
        rules: {
            ...FINISHED,
            // it is the host: what a component may not touch is its work
            '@lwc/lwc/no-document-query': 'off',
            '@lwc/lwc/no-restricted-browser-globals-during-ssr': 'off',
        },
    },
];

const components = [
    ...lwc.configs.recommended.map((config) => ({ ...config, files: [`${COMPONENT}/*.js`] })),
    { files: [`${COMPONENT}/*.js`], rules: FINISHED },
    ...slds.configs['flat/recommended'].map((config) => ({
        ...config,
        files: config.files.some((pattern) => pattern.endsWith('.html'))
            ? [`${COMPONENT}/*.html`]
            : [`${COMPONENT}/*.css`],
    })),
];

const componentTests = {
    files: COMPONENT_TESTS,
    ...jest.configs['flat/recommended'],
    settings: { jest: { version: 29 } },
    rules: {
        ...jest.configs['flat/recommended'].rules,
        // A test requires modules late and waits: what the rules forbid in a component.
        'no-undef': 'off',
        '@lwc/lwc/no-async-operation': 'off',
    },
};

/**
 * What a template must have so that a keyboard and a screen reader get through it. `require-li-container` is not among it: the
 * items of a list stand in a `<template for:each>`, which that rule takes for their container.
 */
const accessibility = {
    files: [`${COMPONENT}/*.html`],
    plugins: { '@html-eslint': html },
    languageOptions: { parser: htmlParser },
    rules: Object.fromEntries(
        [
            'no-abstract-roles',
            'no-accesskey-attrs',
            'no-aria-hidden-on-focusable',
            'no-duplicate-attrs',
            'no-empty-headings',
            'no-heading-inside-button',
            'no-invalid-role',
            'no-nested-interactive',
            'no-obsolete-tags',
            'no-positive-tabindex',
            'no-redundant-role',
            'no-skip-heading-levels',
            'no-target-blank',
            'require-button-type',
            'require-details-summary',
            'require-frame-title',
            'require-img-alt',
            'require-input-label',
        ].map((rule) => [`@html-eslint/${rule}`, 'error']),
    ),
};

export default [...typescript, apexThrowables, tooling, ...pageHost, ...components, componentTests, accessibility];
