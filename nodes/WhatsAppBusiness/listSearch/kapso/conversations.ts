import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker, withPlus } from './kapsoPicker';

interface Conversation {
	id: string;
	phone_number?: string | null;
	status?: string;
	kapso?: { contact_name?: string | null };
}

/** https://docs.kapso.ai/api/platform/v1/conversations/list-conversations */
export const searchKapsoConversations = kapsoPicker<Conversation>({
	path: () => path`/whatsapp/conversations`,
	pages: 'cursor',
	item: ({ id, phone_number, status, kapso }) => ({
		name: nameOf(kapso?.contact_name, withPlus(phone_number), status) || id,
		value: id,
	}),
});
