import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

interface Broadcast {
	id: string;
	name?: string;
	status?: string;
	whatsapp_template?: { name?: string } | null;
}

/** https://docs.kapso.ai/api/platform/v1/broadcasts/list-broadcasts */
export const searchKapsoBroadcasts = kapsoPicker<Broadcast>({
	path: () => path`/whatsapp/broadcasts`,
	pages: 'number',
	item: ({ id, name, status, whatsapp_template }) => ({
		name: nameOf(name, status, whatsapp_template?.name) || id,
		value: id,
	}),
});
