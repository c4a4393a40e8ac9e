import type { Operation } from '../../operation';
import { messageFields, messageRequest } from './messageRequest';
import { notice } from '../../../shared/notice';
import { recipientFields } from './recipient';
import {
	componentFields,
	componentOptions,
	rareComponentOptions,
	readComponents,
} from '../../fields/templateValues/components';
import { isMarketing, optOutOption } from './sendTemplate/isMarketing';
import {
	languagePolicyOption,
	readTemplate,
	templateChoiceFields,
} from '../../fields/templateValues/templateChoice';
import {
	marketingMessage,
	marketingMessageOptions,
	rareMarketingOptions,
} from './sendTemplate/marketingMessage';
import { valueInDetails } from './sendTemplate/valueInDetails';
import { sentTemplate, textOfTemplate } from './sendTemplate/sentTemplate';

const approvalNotice = notice(
	'approvalNotice',
	'You can send a template at any time, once Meta has approved it. The list shows approved templates. Create new ones with the resource Template.',
);

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview */
export const operation: Operation = {
	displayName: 'Send Template',
	action: 'Send a template message at any time',
	description:
		'Send an approved template with your values. The only message that also reaches people who have not written in the last 24 hours.',
	sendsMessages: true,
	page: 'templates',
	fields: messageFields(
		approvalNotice,
		recipientFields,
		[...templateChoiceFields, ...componentFields],
		[...componentOptions, ...marketingMessageOptions, optOutOption],
		[languagePolicyOption, ...rareComponentOptions, ...rareMarketingOptions],
	),
	request(parameters, account) {
		const message = messageRequest(parameters, account, 'template', {
			...readTemplate(parameters),
			components: readComponents(parameters),
		});
		return marketingMessage(parameters, account, message);
	},
	fieldOf: (details, { body }) => valueInDetails(details, body),
	isMarketing,
	textFor: textOfTemplate,
	finish: sentTemplate,
};
