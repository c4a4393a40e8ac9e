import type { INodeProperties } from 'n8n-workflow';

import { asText } from '../../../../graphApi/coerce';
import type { Account } from '../../../../graphApi/connection';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import { bodyFields, readBody } from './body';
import { buttonsField, readButtons } from './buttons';
import { headerField, readHeader } from './header';

/** The cards of a carousel template. */
export const cardsField: INodeProperties = {
	displayName: 'Carousel Cards',
	name: 'cards',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Card',
	default: {},
	description: `Cards shown side by side below the body, at most ${limits.templateCards}. All must have the same parts. For marketing templates only.`,
	options: [
		{
			displayName: 'Card',
			name: 'card',
			values: [
				headerField(['image', 'product', 'video'], 'image'),
				...bodyFields(limits.templateCardBody, { required: false }),
				buttonsField(limits.templateCardButtons, [
					'orderDetails',
					'phoneNumber',
					'quickReply',
					'singleProduct',
					'url',
				]),
			],
		},
	],
};

/**
 * The carousel as Meta's component, or undefined when there are no cards.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/product-card-carousel-template-messages
 * @throws InputError when there are too many cards, a card breaks a rule, or the cards differ in their parts.
 */
export function readCarousel(parameters: Parameters, account: Account): RequestBody | undefined {
	const cards = parameters.list('cards', 'card', 'Card', { max: limits.templateCards });
	if (cards.length === 0) return undefined;
	const components = cards.map((card) => readCard(card, account));
	const parts = components.map(partsOf);
	cards.forEach((card, index) => {
		if (parts[index] !== parts[0]) {
			throw card.error(
				'header',
				'and the parts below it differ from the first card',
				'Give all cards the same type of header, a body or no body, and the same types of buttons.',
			);
		}
	});
	return { type: 'CAROUSEL', cards: components.map((card) => ({ components: card })) };
}

function readCard(card: Parameters, account: Account): RequestBody[] {
	const header = readHeader(card, account);
	if (!header) {
		throw card.error('header', 'is empty', 'Add an image, a video or a product to each card.');
	}
	return [
		header.component,
		card.hasValue('bodyText') ? readBody(card, limits.templateCardBody).component : undefined,
		readButtons(card, limits.templateCardButtons),
	].filter((component) => component !== undefined);
}

// Types and formats of the parts of a card, e.g. "HEADER IMAGE,BODY,BUTTONS QUICK_REPLY".
function partsOf(components: RequestBody[]): string {
	return components
		.map(({ type, format, buttons }) => {
			const types = ((buttons as RequestBody[] | undefined) ?? []).map((button) => button.type);
			return [type, format, ...types].map((part) => asText(part) ?? '').join(' ');
		})
		.join(',');
}
