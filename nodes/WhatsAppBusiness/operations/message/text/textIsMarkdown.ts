import type { INodeProperties } from 'n8n-workflow';

import type { TextRule } from '../../../parameters/parameterRules';
import type { Parameters } from '../../../parameters/parameters';
import { markdownToWhatsApp } from './markdown';
import { splitLongTextsField, splitsLongTexts } from './splitLongTexts';

/** An option of messages with a text that an AI model may have written. Read with `textRule`. */
export const textIsMarkdownField: INodeProperties = {
	displayName: 'Text Is Markdown',
	name: 'textIsMarkdown',
	type: 'boolean',
	default: true,
	description:
		'Whether to convert Markdown, which AI models write, to the formatting of WhatsApp, with headings in bold and tables as lines',
};

/**
 * The rule for a text that is sent as it is, or converted if the option is on. The limit is for what is sent. Long texts that
 * are split have no limit.
 */
export function textRule(options: Parameters, maxLength: number): TextRule {
	const isMarkdown =
		options.hasField(textIsMarkdownField.name) && options.boolean(textIsMarkdownField.name);
	const canSplit = options.hasField(splitLongTextsField.name);
	return {
		convert: isMarkdown ? markdownToWhatsApp : undefined,
		maxLength: splitsLongTexts(options) ? undefined : maxLength,
		orElse: canSplit ? `Or turn on '${splitLongTextsField.displayName}'.` : undefined,
	};
}
