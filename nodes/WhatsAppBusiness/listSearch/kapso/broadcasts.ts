import { path } from '../../../graphApi/path';
import { kapsoPicker, nameOf } from './kapsoPicker';

interface Broadcast {
	id: string;
	name?: string;
	status?: string;
}

/** https://docs.kapso.ai/api/platform/v1/broadcasts/list-broadcasts */
export const searchKapsoBroadcasts = kapsoPicker<Broadcast>({
	path: () => path`/whatsapp/broadcasts`,
	pages: 'number',
	item: ({ id, name, status }) => ({ name: nameOf(name, status) || id, value: id }),
});
