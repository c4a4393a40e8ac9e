import type { Account } from '../../../../graphApi/connection';
import type { JsonValue } from '../../../../graphApi/types';
import { asObjects } from '../../../../graphApi/coerce';
import { InputError } from '../../../../shared/inputError';
import type { BodyValue, FollowUp, OperationRequest, SendTools } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { Placeholder, resolvePlaceholders } from '../../../placeholder';
import { ReplyToken } from '../../../sendAndWait/placeholders';
import { readComponents } from '../../../fields/templateValues/components';
import {
	readTemplate,
	readTemplateIdentity,
	unknownTemplate,
} from '../../../fields/templateValues/templateChoice';
import { templateOf } from '../sendTemplate/sentTemplate';
import { componentOf } from '../../../fields/templateValues/mapped/templateDefinition';
import { questionRequest } from './questionRequest';

/**
 * A template whose quick-reply buttons carry the tokens.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#quick-reply-buttons
 * @throws InputError for a wrong value, and for a payload, which is not the user's to choose.
 */
export function templateRequest(parameters: Parameters, account: Account): OperationRequest {
	const components = readComponents(parameters) ?? [];
	const buttons = asObjects<{ sub_type?: unknown }>(components as JsonValue[]);
	if (buttons.some(({ sub_type }) => String(sub_type).toLowerCase() === 'quick_reply')) {
		throw new InputError(
			'Payload',
			'is set for a quick-reply button',
			'Remove the button from the values: the node needs its payload to recognize the reply.',
			'templates',
		);
	}
	return questionRequest(parameters, account, 'template', {
		...readTemplate(parameters),
		components: new QuestionComponents(components),
	});
}

/** Meta's `components`, with one for each quick-reply button of the template. */
class QuestionComponents extends Placeholder<SendTools, JsonValue> {
	constructor(private readonly values: readonly BodyValue[]) {
		super();
	}

	async resolve(tools: SendTools): Promise<JsonValue> {
		const buttons = (tools.quickReplies ?? []).map((index) => ({
			type: 'button',
			sub_type: 'quick_reply',
			index: String(index),
			parameters: [{ type: 'payload', payload: new ReplyToken(index) }],
		}));
		return (await resolvePlaceholders([...this.values, ...buttons], tools)) as JsonValue;
	}

	toJSON(): unknown {
		return [...this.values, '<tokens of the quick-reply buttons>'];
	}
}

/**
 * The positions of the quick-reply buttons of the chosen template.
 * @throws InputError if there is no such template or button, RequestError when the template can't be read.
 */
export async function findQuickReplies(followUp: FollowUp): Promise<number[]> {
	const template = await templateOf(followUp);
	if (!template) throw unknownTemplate(readTemplateIdentity(followUp.parameters));
	const buttons = componentOf(template.components, 'BUTTONS')?.buttons ?? [];
	const found = [...buttons.entries()].flatMap(([index, { type }]) =>
		type === 'QUICK_REPLY' ? [index] : [],
	);
	if (found.length === 0) {
		throw new InputError(
			'Template',
			`'${template.name}' has no quick-reply button`,
			'Choose a template with quick-reply buttons: their texts are the replies to choose from.',
			'templates',
		);
	}
	return found;
}
