import { asNumber, asObject, asText } from '../../graphApi/coerce';
import type { WebhookMessage } from '../events/payload';
import { locationText } from '../messageText';

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
	return { location, text: locationText(sent) };
}
