import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

interface Flow {
	id: string;
	name?: string;
	status?: string;
}

/** https://docs.kapso.ai/api/platform/v1/whatsapp-flows/list-flows */
export const searchKapsoFlows = kapsoPicker<Flow>({
	path: () => path`/whatsapp/flows`,
	pages: 'number',
	item: ({ id, name, status }) => ({ name: nameOf(name, status) || id, value: id }),
});
