import { NotOfferedError } from '../../errors/notOfferedError';

/** Where people find what the server itself offers. */
export const rawApiTodo = "With 'Raw API' you can call everything that the server offers.";

/**
 * The error for what the format does not have.
 * @param what begins a sentence, e.g. 'Product messages'.
 */
export function notInFormat(what: string, todo: string): NotOfferedError {
	return NotOfferedError.from({
		what: `${what} do not exist in the On-Premises format.`,
		todo,
	});
}

/** Only a profile picture has a place for its bytes. */
export function uploadRefusal(): NotOfferedError {
	return notInFormat('Uploads to an app', "To send a file, upload it with 'Media: Upload'.");
}
