import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

interface User {
	id: string;
	name?: string | null;
	email?: string | null;
}

/** https://docs.kapso.ai/api/platform/v1/users/list-users */
export const searchKapsoUsers = kapsoPicker<User>({
	path: () => path`/users`,
	pages: 'number',
	item: ({ id, name, email }) => ({ name: nameOf(name, email) || id, value: id }),
});
