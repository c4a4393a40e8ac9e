import { asNumber, asObject, asText } from '../../graphApi/coerce';
import type { WebhookMessage } from '../events/payload';
import { joinTexts } from './joinTexts';

/** A place on the map. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/location */
export interface Location {
	/** In degrees. */
	latitude: number | null;
	longitude: number | null;
	/** Only of a known place. */
	name: string | null;
	address: string | null;
}

export function locationContent({ location: sent }: WebhookMessage): {
	location: Location;
	text: string | null;
} {
	const { latitude, longitude, name, address } = asObject(sent);
	const location = {
		latitude: asNumber(latitude),
		longitude: asNumber(longitude),
		name: asText(name),
		address: asText(address),
	};
	const place = joinTexts([location.name, location.address]);
	return { location, text: place ?? coordinates(location) };
}

function coordinates({ latitude, longitude }: Location): string | null {
	return latitude === null || longitude === null ? null : `${latitude}, ${longitude}`;
}
