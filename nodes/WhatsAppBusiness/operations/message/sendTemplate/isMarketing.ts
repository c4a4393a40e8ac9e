import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../shared/inputError';
import type { FollowUp } from '../../../operation';
import { templateChoiceFields } from '../../../fields/templateValues/templateChoice';
import { templateOf } from './sentTemplate';

/** The option to send in spite of an opt-out. */
export const optOutOption: INodeProperties = {
	displayName: 'Send to People Who Opted Out',
	name: 'sendToOptedOut',
	type: 'boolean',
	default: true,
	description:
		'Whether to send a marketing template also to people who want no marketing messages. Otherwise they are skipped, with the reason in the output. Other templates are always sent.',
};

/**
 * Whether a template goes only to people who want marketing messages. Its category is read once per run.
 * @throws InputError if the category cannot be read.
 */
export async function isMarketing(followUp: FollowUp): Promise<boolean> {
	const options = followUp.parameters.group('options');
	if (options.boolean(optOutOption.name)) return false;
	if (options.boolean('marketingMessagesApi')) return true;
	let reason = 'The account of the credential does not have it.';
	try {
		const template = await templateOf(followUp);
		if (template) return template.category === 'MARKETING';
	} catch (error) {
		reason = error instanceof Error ? error.message : 'unknown error';
	}
	throw new InputError(
		templateChoiceFields[0]?.displayName ?? '',
		`goes to a person who has opted out of marketing messages, and its category could not be read, so it was not sent. ${reason}`,
		`To send it in any case, turn on the option '${optOutOption.displayName}'.`,
	);
}
