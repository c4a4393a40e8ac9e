import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

interface KapsoFunction {
	id: string;
	name?: string;
	status?: string;
}

/** https://docs.kapso.ai/api/platform/v1/functions/functions/list-functions */
export const searchKapsoFunctions = kapsoPicker<KapsoFunction>({
	path: () => path`/functions`,
	pages: 'number',
	item: ({ id, name, status }) => ({ name: nameOf(name, status) || id, value: id }),
});
