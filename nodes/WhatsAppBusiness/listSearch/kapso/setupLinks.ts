import { asText } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { currentParameters } from '../currentParameters';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

interface SetupLink {
	id: string;
	status?: string;
	created_at?: string;
}

/** Such as '2026-11-30 22:48 UTC'. What is no time stays as it is. */
function minuteOf(time: string | undefined): string | undefined {
	return asText(time)?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]{2,20}Z$/, '$1 $2 UTC');
}

/** The links of the chosen customer. https://docs.kapso.ai/api/platform/v1/setup-links/list-setup-links */
export const searchKapsoSetupLinks = kapsoPicker<SetupLink>({
	path: (context) =>
		path`/customers/${readUuid(currentParameters(context, [kapsoCustomerField]), kapsoCustomerField)}/setup_links`,
	pages: 'number',
	// The state comes first, so that the active one stands on top.
	item: ({ id, status, created_at }) => ({
		name: nameOf(status, minuteOf(created_at)) || id,
		value: id,
	}),
});
