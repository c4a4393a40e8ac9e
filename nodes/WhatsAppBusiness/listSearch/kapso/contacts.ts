import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker, withPlus } from './kapsoPicker';

interface Contact {
	id: string;
	wa_id?: string | null;
	profile_name?: string | null;
	display_name?: string | null;
}

/** https://docs.kapso.ai/api/platform/v1/contacts/list-contacts */
export const searchKapsoContacts = kapsoPicker<Contact>({
	path: () => path`/whatsapp/contacts`,
	pages: 'cursor',
	item: ({ id, wa_id, profile_name, display_name }) => ({
		name: nameOf(display_name ?? profile_name, withPlus(wa_id)) || id,
		value: id,
	}),
});
