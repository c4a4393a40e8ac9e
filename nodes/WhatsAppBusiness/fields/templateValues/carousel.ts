import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { bodyVariablesField, readBodyVariables } from './bodyVariables';
import { readTemplateButtons, templateButtonsField } from './buttons';
import { cardPlace } from './valueNames';
import { readTemplateHeader, templateHeaderField } from './header';

/** The cards of a carousel template, in order. */
export const carouselField: INodeProperties = {
	displayName: 'Carousel Cards',
	name: 'cards',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Card',
	default: {},
	description: `The cards of a carousel template in order, as many as the template has, at most ${limits.templateCards}`,
	options: [
		{
			displayName: 'Card',
			name: 'card',
			values: [
				templateHeaderField(['image', 'product', 'video'], 'image'),
				bodyVariablesField,
				templateButtonsField,
			],
		},
	],
};

/**
 * The carousel component, or undefined when there are no cards.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/product-card-carousel-template-messages
 * @throws InputError for too many cards, or an invalid value on a card.
 */
export function readCarousel(parameters: Parameters, flatten: boolean): RequestBody | undefined {
	const cards = parameters.list('cards', 'card', 'Card', { max: limits.templateCards });
	if (cards.length === 0) return undefined;
	return {
		type: 'carousel',
		cards: cards.map((card, index) => {
			const reading = { place: cardPlace(index), flatten };
			return {
				card_index: index,
				components: [
					readTemplateHeader(card, reading),
					readBodyVariables(card, reading, limits.templateCardBody),
					...readTemplateButtons(card, reading),
				].filter((component) => component !== undefined),
			};
		}),
	};
}
