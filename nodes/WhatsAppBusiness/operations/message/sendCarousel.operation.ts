import { limits } from '../../../shared/limits';
import type { Operation } from '../../operation';
import { cardReader, cardsField, cardTypeField } from './carousel/cards';
import { catalogField } from '../../fields/catalog';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'carousel',
	bodyExample: 'Have a look at our new arrivals',
	header: 'none',
	footer: false,
};

/**
 * Media cards and product cards:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/interactive-product-carousel-messages
 */
export const operation: Operation = {
	displayName: 'Send Carousel',
	action: 'Send a message with cards to scroll through',
	description: 'Send a message with cards side by side: images or videos with buttons, or products',
	sendsMessages: true,
	fields: interactiveFields(kind, [
		cardTypeField,
		{ ...catalogField, displayOptions: { show: { cardType: ['product'] } } },
		cardsField,
	]),
	request(parameters, account) {
		const entries = parameters.list('cards', 'card', 'Card', limits.carouselCards);
		const readCard = cardReader(parameters, entries);
		return interactiveRequest(parameters, account, kind, {
			cards: entries.map((entry, index) => ({ card_index: index, ...readCard(entry, index) })),
		});
	},
	output: sentMessage,
};
