import { asText } from '../../coerce';
import { isJsonObject } from '../../json';
import type { GraphRequest, JsonObject } from '../../types';
import type { StatusMeaning } from '../host';

/** Takes a single object out of its envelope, and takes the URL that needs no token of Meta's for a file. */
export function readResponse(body: JsonObject, { on }: Pick<GraphRequest, 'on'>): JsonObject {
	if (on === 'typed') return body;
	const object = isJsonObject(body.data) ? body.data : body;
	// https://docs.kapso.ai/api/meta/whatsapp/media/get-media-url
	const url = on === 'media' ? asText(object.download_url) : null;
	return url === null ? object : { ...object, url };
}

/**
 * What a refusal of Kapso's own means. Its body is `{"error": "text"}`; Meta's errors come as they are.
 * https://docs.kapso.ai/api/introduction
 */
export const statusMeanings: Readonly<Record<number, StatusMeaning>> = {
	401: {
		what: 'Kapso does not accept the API key.',
		todo: 'Create a key in Kapso, in the project that the number is connected to, and enter it in the credential.',
	},
	404: {
		what: 'Kapso does not know the number, the account or what the request is about.',
		todo: 'Check the IDs in the credential and in the node. The number must be connected in the project that the API key belongs to.',
	},
	409: {
		what: 'Kapso has not finished sending another message to this person.',
		todo: 'Try again in a minute.',
		passesFor: 'POST phoneNumber/messages',
	},
	422: {
		what: 'Kapso refused a value of the request.',
		todo: 'Correct what Kapso names and run the workflow again.',
	},
	429: {
		what: 'The API key has sent more requests this minute than its plan at Kapso allows.',
		todo: "Try again in a minute. For many messages, lower 'Messages per Second' or choose a larger plan at Kapso.",
	},
};
