import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../../graphApi/connection';
import { limits } from '../../../../shared/limits';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { bodyFields, readBody } from './body';
import { buttonsField, readButtons } from './buttons';
import { cardsField, readCarousel } from './carousel';
import { checkCarousel, checkOffer, checkParameterFormats } from './combinationRules';
import { headerField, readHeader } from './header';
import { offerOption, readOffer } from './offer';
import { orderTemplateOption } from './orderTemplate';
import { checkPlain } from './plainText';
import { readVariables } from './variables';

/** The fields of a marketing or utility template. */
export const marketingOrUtilityFields: INodeProperties[] = [
	...bodyFields(limits.templateBodyText),
	headerField(['document', 'gif', 'image', 'location', 'product', 'text', 'video'], 'text'),
	{
		displayName: 'Footer Text',
		name: 'footerText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Tap Unsubscribe to stop receiving offers',
		description: `One line below the body without variables, at most ${limits.templateFooter} characters`,
	},
	buttonsField(limits.templateButtons),
	cardsField,
];

const callPermissionOption: INodeProperties = {
	displayName: 'Call Permission Request',
	name: 'callPermissionRequest',
	type: 'boolean',
	default: true,
	description:
		'Whether the message asks for permission to call the recipient on WhatsApp. It cannot be combined with buttons.',
};

/** Its options under 'Add Option', for parts that few templates have. */
export const marketingOrUtilityOptions: INodeProperties[] = [
	callPermissionOption,
	offerOption,
	orderTemplateOption,
];

/**
 * The components of a marketing or utility template.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 * @param category Meta's category, if known.
 * @throws InputError when a part is missing, invalid, or cannot be combined with another part.
 */
export function readMarketingOrUtility(
	parameters: Parameters,
	account: Account,
	category: string | undefined,
): RequestBody[] {
	const options = parameters.group('options');
	const offer = readOffer(options);
	const body = readBody(parameters, offer ? limits.limitedTimeOfferBody : limits.templateBodyText);
	const header = readHeader(parameters, account);
	const footer = readFooter(parameters);
	const buttons = readButtons(parameters, limits.templateButtons);
	const carousel = readCarousel(parameters, account);
	const callPermission = options.boolean('callPermissionRequest')
		? { type: 'CALL_PERMISSION_REQUEST' }
		: undefined;
	checkParameterFormats(parameters, header, body);
	if (offer) checkOffer(parameters, options, category, header);
	if (carousel) checkCarousel(parameters, category, { header, footerText: footer, buttons });
	if (callPermission && (buttons ?? carousel)) {
		throw options.error(
			'callPermissionRequest',
			'is on, but the template has buttons or cards',
			'Remove them, or turn this option off.',
		);
	}
	return [
		header?.component,
		offer,
		body.component,
		footer,
		buttons,
		carousel,
		callPermission,
	].filter((component) => component !== undefined);
}

function readFooter(parameters: Parameters): RequestBody | undefined {
	const text = parameters.optionalText('footerText', { maxLength: limits.templateFooter });
	if (text === undefined) return undefined;
	checkPlain(parameters, 'footerText', text);
	if (readVariables(parameters, 'footerText', text).length > 0) {
		throw parameters.error(
			'footerText',
			'has a variable',
			'Remove it: a footer is the same in every message.',
		);
	}
	return { type: 'FOOTER', text };
}
