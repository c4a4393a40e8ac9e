import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { isEmpty } from '../../fields/isEmpty';
import { directSendOption } from './directSend';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'voice_call',
	bodyExample: 'Call us on WhatsApp for faster service',
	header: 'none',
	footer: false,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
export const operation: Operation = {
	displayName: 'Send Call Button',
	action: 'Send a message with a button that calls your business',
	description: 'Send a message with a button that calls your business on WhatsApp',
	sendsMessages: true,
	fields: interactiveFields(
		kind,
		[],
		[
			{
				displayName: 'Button Text',
				name: 'buttonText',
				type: 'string',
				default: '',
				placeholder: 'e.g. Call us',
				description: `Text on the button, at most ${limits.buttonTitle} characters. Default: 'Call Now'.`,
			},
			{
				displayName: 'Call Payload',
				name: 'callPayload',
				type: 'string',
				default: '',
				placeholder: 'e.g. order-4711',
				description: `Text that the events of the call contain as 'call.buttonPayload', at most ${limits.callButtonPayload} characters`,
			},
			directSendOption,
			{
				displayName: 'Valid For (Minutes)',
				name: 'validMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: limits.callButtonMinutes },
				default: 10_080,
				description: 'How many minutes the button works. Without this option it is 7 days.',
			},
		],
	),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, {
			name: 'voice_call',
			parameters: readButton(parameters.group('options')),
		});
	},
	output: sentMessage,
};

function readButton(options: Parameters): RequestBody | undefined {
	const button = {
		display_text: options.optionalText('buttonText', { maxLength: limits.buttonTitle }),
		ttl_minutes: options.optionalNumber('validMinutes', {
			min: 1,
			max: limits.callButtonMinutes,
			integer: true,
		}),
		payload: options.optionalText('callPayload', { maxLength: limits.callButtonPayload }),
	};
	return isEmpty(button) ? undefined : button;
}
