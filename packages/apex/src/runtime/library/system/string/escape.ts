import type { LibraryFunction } from '../../../library.ts';
import {
    escapeCsv,
    escapeEcmaScript,
    escapeJava,
    escapeMarkup,
    escapeUnicode,
    unescapeCsv,
    unescapeJava,
    unescapeMarkup,
    unescapeUnicode,
} from '../../../values/escaping.ts';
import { html3, html4, xml } from '../../../values/html-entities.ts';

export const escapeMethods: Readonly<Record<string, LibraryFunction>> = {
    'escapeCsv()': (self: string) => escapeCsv(self.valueOf()),
    'escapeEcmaScript()': escapeEcmaScript,
    'escapeHtml3()': (self: string) => escapeMarkup(self, html3),
    'escapeHtml4()': (self: string) => escapeMarkup(self, html4),
    'escapeJava()': escapeJava,
    'escapeUnicode()': escapeUnicode,
    'escapeXml()': (self: string) => escapeMarkup(self, xml),
    'stripHtmlTags()': (self: string) => self.replaceAll(/<[^>]*>/g, ''),
    'unescapeCsv()': unescapeCsv,
    'unescapeEcmaScript()': unescapeJava,
    'unescapeHtml3()': (self: string) => unescapeMarkup(self, html3),
    'unescapeHtml4()': (self: string) => unescapeMarkup(self, html4),
    'unescapeJava()': unescapeJava,
    'unescapeUnicode()': unescapeUnicode,
    'unescapeXml()': (self: string) => unescapeMarkup(self, xml),
};
