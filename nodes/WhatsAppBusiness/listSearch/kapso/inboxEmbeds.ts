import { asText } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

interface InboxEmbed {
	id: string;
	name?: string;
	scope_type?: string;
	status?: string;
}

/** https://docs.kapso.ai/api/platform/v1/inbox-embeds/list-inbox-embeds */
export const searchKapsoInboxEmbeds = kapsoPicker<InboxEmbed>({
	path: () => path`/inbox_embeds`,
	pages: 'number',
	item: ({ id, name, scope_type, status }) => ({
		name: nameOf(name, asText(scope_type)?.replace('_', ' '), status) || id,
		value: id,
	}),
});
