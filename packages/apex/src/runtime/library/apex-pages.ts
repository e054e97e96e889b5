import type { TypeLibrary } from '../library.ts';
import { pageControllerLibraries } from './page-controllers.ts';
import { pageMessageLibraries } from './page-messages.ts';

export const apexPagesLibraries: readonly TypeLibrary[] = [...pageMessageLibraries, ...pageControllerLibraries];
