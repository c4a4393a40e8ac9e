import { path } from '../../../graphApi/path';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { currentParameters } from '../currentParameters';
import { kapsoPicker, nameOf } from './kapsoPicker';

interface SetupLink {
	id: string;
	status?: string;
	created_at?: string;
}

/** The links of the chosen customer. https://docs.kapso.ai/api/platform/v1/setup-links/list-setup-links */
export const searchKapsoSetupLinks = kapsoPicker<SetupLink>({
	path: (context) =>
		path`/customers/${readUuid(currentParameters(context, [kapsoCustomerField]), kapsoCustomerField)}/setup_links`,
	pages: 'number',
	item: ({ id, status, created_at }) => ({ name: nameOf(created_at, status) || id, value: id }),
});
