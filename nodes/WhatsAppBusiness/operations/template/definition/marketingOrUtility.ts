import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../../graphApi/connection';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import { bodyFields, readBody } from './body';
import type { Body } from './body';
import { buttonsField, readButtons } from './buttons';
import { cardsField, readCarousel } from './carousel';
import { headerField, readHeader } from './header';
import type { Header } from './header';
import { offerOption, readOffer } from './offer';
import { checkPlain } from './plainText';
import { areNamed, readVariables } from './variables';

/** The parts of a marketing or utility template. */
export const marketingOrUtilityFields: INodeProperties[] = [
	...bodyFields(limits.templateBodyText),
	headerField(['document', 'gif', 'image', 'location', 'product', 'text', 'video'], 'text'),
	{
		displayName: 'Footer Text',
		name: 'footerText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Tap Unsubscribe to get no more offers',
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
		'Whether the message asks for permission to call the recipient on WhatsApp. It takes no buttons beside it.',
};

/** Parts that few templates have, under 'Add Option'. */
export const marketingOrUtilityOptions: INodeProperties[] = [callPermissionOption, offerOption];

/**
 * The components of a marketing or utility template.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 * @param category Meta's, when it is known.
 * @throws InputError when a part is missing, breaks one of Meta's rules, or does not go with another part.
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
	checkFormats(parameters, header, body);
	if (offer) checkOffer(parameters, options, category, header);
	if (carousel) checkAlone(parameters, category, { header, footerText: footer, buttons });
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
			'Take it out: a footer is the same in every message.',
		);
	}
	return { type: 'FOOTER', text };
}

function checkFormats(parameters: Parameters, header: Header | undefined, body: Body): void {
	const [inHeader] = header?.variables ?? [];
	if (inHeader === undefined || body.variables.length === 0) return;
	if (areNamed([inHeader]) !== areNamed(body.variables)) {
		throw parameters.error(
			'bodyText',
			'and the header mix numbered and named variables',
			'Use numbers or names for all variables of the template.',
		);
	}
}

function checkMarketing(parameters: Parameters, field: string, category: string | undefined): void {
	if (category === undefined || category === 'MARKETING') return;
	throw parameters.error(
		field,
		'is there, but the template is no marketing template',
		"Set 'Category' to 'Marketing', or remove it.",
	);
}

function checkOffer(
	parameters: Parameters,
	options: Parameters,
	category: string | undefined,
	header: Header | undefined,
): void {
	checkMarketing(options, 'limitedTimeOffer', category);
	if (parameters.hasValue('footerText')) {
		throw parameters.error(
			'footerText',
			'is there, but the template has a limited-time offer',
			'Remove the footer: WhatsApp allows none beside a limited-time offer.',
		);
	}
	if (header && !['image', 'video'].includes(header.type)) {
		throw parameters.error(
			'header',
			'is no image or video, but the template has a limited-time offer',
			'Use an image, a video or no header.',
		);
	}
}

function checkAlone(
	parameters: Parameters,
	category: string | undefined,
	others: Readonly<Record<string, unknown>>,
): void {
	checkMarketing(parameters, 'cards', category);
	const other = Object.keys(others).find((field) => others[field] !== undefined);
	if (other === undefined) return;
	throw parameters.error(
		other,
		'is there, but the template has carousel cards',
		'Remove it, or put it on the cards: a carousel template has nothing but a body above its cards.',
	);
}
