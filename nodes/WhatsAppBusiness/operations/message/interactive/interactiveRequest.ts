import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../../graphApi/connection';
import { limits } from '../../../../shared/limits';
import { personField } from '../../../fields/person';
import type { OperationRequest, RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { freeFormFields, freeFormRequest } from '../freeForm';
import { textRule } from '../text/textIsMarkdown';
import { headerField, headerTextField, readInteractiveHeader } from './interactiveHeader';

/** What an interactive message has besides its action. Both fields and request are derived from it. */
export interface InteractiveKind {
	/** Meta's name of the kind, e.g. "button". */
	type: string;
	/** An example of a body, for the placeholder. */
	bodyExample: string;
	/** `none`: the kind has no header; `text`: one line of text; `requiredText`: the same, required; `any`: text or media. */
	header: 'none' | 'text' | 'requiredText' | 'any';
	/** The body is required unless this is set. */
	optionalBody?: boolean;
	/** The maximum length of the body in characters, if it is not the usual one. */
	bodyMaxLength?: number;
	footer: boolean;
}

const footer: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Reply STOP to opt out',
	description: `Small grey line below the body, at most ${limits.interactiveFooter} characters`,
};

/**
 * The fields of an operation that sends an interactive message: recipient, body, the fields of the operation, and
 * 'Add Option' with header and footer if the kind has them.
 * @param options further options of this operation.
 */
export function interactiveFields(
	kind: InteractiveKind,
	fields: INodeProperties[] = [],
	options: INodeProperties[] = [],
): INodeProperties[] {
	const body = bodyField(kind);
	return freeFormFields(
		[
			...(kind.header === 'requiredText' ? [{ ...headerTextField, required: true }] : []),
			...(kind.optionalBody ? [] : [body]),
			...fields,
		],
		[
			...(kind.optionalBody ? [body] : []),
			...(kind.header === 'text' ? [headerTextField] : []),
			...(kind.header === 'any' ? [headerField] : []),
			...(kind.footer ? [footer] : []),
			...options,
		],
		// Interactive messages cannot go to groups: https://developers.facebook.com/documentation/business-messaging/whatsapp/groups
		[personField],
	);
}

/**
 * The request that sends an interactive message: header, body, footer and action.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api
 * @param action Meta's `action` object of this kind.
 * @throws InputError for an invalid recipient, header, body, footer or option.
 */
export function interactiveRequest(
	parameters: Parameters,
	account: Account,
	kind: InteractiveKind,
	action: RequestBody,
): OperationRequest {
	return freeFormRequest(parameters, account, 'interactive', {
		type: kind.type,
		header: readInteractiveHeader(parameters, kind),
		body: readBody(parameters, kind),
		footer: readFooter(parameters, kind),
		action,
	});
}

function bodyField(kind: InteractiveKind): INodeProperties {
	return {
		displayName: 'Text',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		...(kind.optionalBody ? {} : { required: true }),
		default: '',
		placeholder: `e.g. ${kind.bodyExample}`,
		description: `Text of the message, at most ${bodyMaxLength(kind)} characters`,
	};
}

function readBody(parameters: Parameters, kind: InteractiveKind): RequestBody | undefined {
	const options = parameters.group('options');
	const rule = textRule(options, bodyMaxLength(kind));
	const text = kind.optionalBody
		? options.optionalText('body', rule)
		: parameters.text('body', rule);
	return text === undefined ? undefined : { text };
}

function readFooter(parameters: Parameters, kind: InteractiveKind): RequestBody | undefined {
	if (!kind.footer) return undefined;
	const text = parameters
		.group('options')
		.optionalText('footer', { maxLength: limits.interactiveFooter });
	return text === undefined ? undefined : { text };
}

function bodyMaxLength(kind: InteractiveKind): number {
	return kind.bodyMaxLength ?? limits.interactiveBody;
}
