import { getPath } from '../../graphApi/coerce';

/** When an event happened, as it says itself, unchecked. A contact of the WhatsApp Business app says so in its metadata. */
export function ownTime(raw: object): unknown {
	return getPath(raw, 'timestamp') ?? getPath(raw, 'metadata.timestamp');
}
