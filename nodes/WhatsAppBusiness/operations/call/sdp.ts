import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** The connection data of the own side. Read with `readSession`. */
export const sdpField: INodeProperties = {
	displayName: 'SDP Answer',
	name: 'sdp',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. v=0 …',
	description:
		"The answer of your voice service to the offer, which is 'call.sdp' of the trigger's event",
};

/**
 * Reads the connection data as Meta's `session`. Its lines end as the standard asks, however they were typed.
 * https://www.rfc-editor.org/rfc/rfc8866#section-5
 * @throws InputError when the field is empty or has something else.
 */
export function readSession(parameters: Parameters, sdp_type: 'offer' | 'answer'): RequestBody {
	const lines = parameters
		.text(sdpField.name)
		.trim()
		.split(/\r\n?|\n/);
	if (lines[0] !== 'v=0') {
		throw parameters.error(
			sdpField.name,
			'is no session description (SDP)',
			"Enter the text that begins with 'v=0', without JSON around it.",
		);
	}
	return { sdp_type, sdp: lines.map((line) => `${line}\r\n`).join('') };
}
